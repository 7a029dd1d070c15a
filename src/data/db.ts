import { Dexie, type Table } from 'dexie'
import type { Doc, Op, Versjoner } from '../sync/op.ts'

/** The device's tables: one database for each user, so that nobody meets another's rows. */

/** A record as screens read it: what the server has, with the unsent changes on top. */
export interface LagretPost {
  space: string
  type: string
  id: string
  doc: Doc
  v: Versjoner
  /** The server's version; 0 for what it has not seen. */
  ver: number
  deleted: boolean
  /** 1 when it is to be shown: not deleted, and fits its schema. */
  live: 0 | 1
}

/** What the server has, kept only for records with unsent changes. `finnes` is false where it has nothing. */
export interface Skygge {
  space: string
  type: string
  id: string
  doc: Doc
  v: Versjoner
  ver: number
  deleted: boolean
  finnes: boolean
}

export interface Utpost extends Op {
  n?: number
  /** The record's title as it stood, for the list of what waits. */
  tittel: string
  /** When another's device was given it to carry, milliseconds; the server has not confirmed it. */
  overlevert?: number
}

export interface Returnert {
  opId: string
  slag: 'avvist' | 'overskrevet' | 'satt_til_side'
  op: Op
  tittel: string
  tapteFelter: string[]
  kode: string
  grunn: string
}

export interface Bekreftet {
  opId: string
  space: string
  type: string
  id: string
  tittel: string
  skrevet: number
  bekreftet: number
}

/** A confirmed op, kept until the server has it in a verified backup: after a restore it is sent again. */
export interface Kvittert extends Op {
  n?: number
  tittel: string
  /** The version of the space in which the server stored it. */
  ver: number
}

/** Where the device stands in a space. While a catch-up of several pages is under way, `paa` is how far it has come. */
export interface Sted {
  id: string
  epoch: string
  ver: number
  mark: string
  paa?: { ver: number; mark: string }
  /** It is being filled for the first time, and its rows are shown as they come. */
  fylles?: true
}

/** A row of a catch-up that is not complete: nobody sees half of what others did together. */
export interface Ventendepost extends Skygge {
  n?: number
}

/** A packet that this device carries for another, or has delivered. */
export interface Baaret {
  id: string
  /** Who wrote it, as it says itself. */
  fra: string
  antall: number
  laget: number
  mottatt: number
  stand: 'venter' | 'levert' | 'avvist'
  levert?: number | undefined
  /** `levert`: how many a prosjektleder must let in. */
  tilSide?: number | undefined
  /** Why the server did not take it, or not yet. */
  kode?: string | undefined
  grunn?: string | undefined
  /** Gone when it is delivered. */
  bytes?: Uint8Array<ArrayBuffer> | undefined
}

// On localhost Dexie would trace every promise, and be slower there than where it is used.
Dexie.debug = false

export class Base extends Dexie {
  declare record: Table<LagretPost, [string, string, string]>
  declare shadow: Table<Skygge, [string, string, string]>
  declare outbox: Table<Utpost, number>
  declare rejected: Table<Returnert, string>
  declare sent: Table<Bekreftet, string>
  declare acked: Table<Kvittert, number>
  declare staged: Table<Ventendepost, number>
  declare cursor: Table<Sted, string>
  declare meta: Table<{ k: string; v: unknown }, string>
  declare draft: Table<{ k: string; v: unknown }, string>
  /** What this device carries to the server for others. */
  declare baaret: Table<Baaret, string>

  constructor(navn: string) {
    // «Lagret på nettbrettet» must hold when the power goes: Chrome's default has been relaxed since 121.
    super(navn, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      record: '[space+type+id], [type+live], [type+space+live], [type+id], space',
      shadow: '[space+type+id]',
      outbox: '++n, opId, [space+type+id]',
      rejected: 'opId',
      sent: 'opId, bekreftet',
      acked: '++n, [space+ver], opId',
      staged: '++n, space',
      cursor: 'id',
      meta: 'k',
      draft: 'k',
    })
    this.version(2).stores({ baaret: 'id, stand' })
  }
}

/** The tables that a person's change and a sync round touch: always locked together. */
export const alleTabeller = (db: Base) => [
  db.record, db.shadow, db.outbox, db.rejected, db.sent, db.acked, db.staged, db.cursor, db.meta,
]
