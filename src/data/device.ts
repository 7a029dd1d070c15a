import type { Lest } from '../domain/lest.ts'
import type { Bruker, Rettigheter } from '../domain/tilgang.ts'
import type { Post, Rad, Tabellnavn } from '../domain/tabeller.ts'
import type { Resultat } from '../domain/resultat.ts'
import type { HistoryEntry } from '../sync/messages.ts'
import type { Innlest } from './copy.ts'
import type { Baaret } from './db.ts'
import type { Toemt } from './emptied.ts'

export type { Baaret, Toemt }

/** The device: the only door from the screens to what is stored and sent. Rows live here and nowhere else. */

/** Something that can be watched. Gives a value at once and again at every change; the returned function ends it. */
export interface Live<T> {
  subscribe(neste: (verdi: T) => void, feilet?: (e: unknown) => void): () => void
}

/** One change of one record: only the fields that change. `slettet` deletes or restores. */
export interface Endring<T extends Tabellnavn = Tabellnavn> {
  rom: string
  type: T
  id: string
  set?: Partial<Rad<T>>
  slettet?: boolean
  /**
   * The row as the person saw it when she began, where that was before now: a form that has stood open. Of `set` only what differs
   * from it is written, and what others have written since is something she has not seen: nobody's is overwritten without a word.
   */
  fra?: Lest | undefined
}

export interface Kvittering {
  txnId: string
  /** Takes the change back: a new change that puts the former values in place again. */
  angre(): Promise<void>
}

/** How the sync goes; what the sync mark and Synkronisering show. */
export interface Synkstatus {
  /** Ops not yet confirmed by the server. */
  venter: number
  /** Refused and overwritten changes that nobody has dealt with. */
  trengerDeg: number
  /** Packets of others that this device has still to deliver. */
  baerer: number
  tilkoblet: boolean
  /** The session has ended: what is written stays here until somebody logs in again. */
  maaLoggeInn: boolean
  /** The prosjektleder has taken this device away. */
  fjernet: boolean
  /** The browser had emptied the storage, and the person has not read of it. */
  toemt: boolean
  /** Milliseconds; `null` before the first time. */
  sistSynkronisert: number | null
  /** While an empty device is filled for the first time. */
  foersteHenting: { hentet: number; av: number } | null
  /** The latest fault in words, where there is one beyond being offline. */
  feil: string | null
}

/** A change that waits to be sent. */
export interface Ventende {
  n: number
  opId: string
  rom: string
  type: string
  id: string
  felter: Record<string, unknown>
  slag: 'set' | 'delete' | 'undelete'
  skrevet: number
  /** Title of the record as it stands on the device, where it has one. */
  tittel: string
  /** When another's device was given it to carry; the server has not confirmed it. */
  overlevert?: number | undefined
}

/** A change that does not stand as it was written: refused, set aside for the prosjektleder and then let in or dropped, overwritten by one who had not seen it, or gone with its record. Kept until the person has dealt with it. */
export interface Tilbakesendt {
  opId: string
  slag: 'avvist' | 'overskrevet' | 'satt_til_side' | 'sluppet' | 'forkastet' | 'slettet'
  rom: string
  type: string
  id: string
  tittel: string
  /** What was written. */
  felter: Record<string, unknown>
  /** `overskrevet`: the fields in which another's value stands. */
  tapteFelter: string[]
  kode: string
  grunn: string
  /** `overskrevet`, `slettet`: name of the one whose writing stands; empty where it was the person herself, on another device. `sluppet`, `forkastet`: who decided. `null` where nobody has said. */
  av: string | null
  skrevet: number
}

export interface Sendt {
  opId: string
  rom: string
  type: string
  id: string
  tittel: string
  skrevet: number
  /** The server's clock at the confirmation. */
  bekreftet: number
}

/** How far what was written on this device on one record has come. */
export interface Postkvittering {
  /** Changes that the server has not confirmed. */
  venter: number
  /** The server's clock at the latest confirmation; `null` where none of the latest hundred is of this record. */
  bekreftet: number | null
  /** Whether all that was confirmed is in a backup that has been checked. */
  kopiert: boolean
}

/** What is unsent, sealed for the server: another's device can carry it, and neither read nor change it. */
export interface Pakke {
  id: string
  fra: string
  laget: number
  bytes: Uint8Array<ArrayBuffer>
  /** How many changes are in it. */
  antall: number
  /** How many had no room in it. */
  igjen: number
  /** Whether the server knows this device's key. If not, a prosjektleder must let the changes in. */
  bevist: boolean
  opIder: string[]
  /** A text for each QR code. */
  koder(stoerrelse: 'vanlig' | 'grov'): string[]
}

/** Catches the texts of QR codes in any order. */
export interface Samler {
  ta(tekst: string): 'ny' | 'kjent' | 'fremmed' | 'nyere' | 'skadet'
  /** How far the packet that was caught last has come; `mangler` from 1. */
  stand(): { har: number; av: number; mangler: number[] } | null
  ferdig(): { pakke: Uint8Array<ArrayBuffer>; navn: Uint8Array } | null
  nullstill(): void
}

/** Hand-over without a network. */
export interface Overlevering {
  /** What is unsent as a packet. Faults: HH-606 the server's key is not here yet, HH-607 nothing is unsent. */
  pakk(): Promise<Resultat<Pakke>>
  /** The other device has it: its changes are marked so, and stay in the queue until the server confirms them. */
  merk(pakke: Pick<Pakke, 'id' | 'opIder'>): Promise<void>
  samler(): Samler
  /** Keeps a packet to be carried; the same one twice is kept once. `navn` is what codes said of it. Faults: HH-603 to HH-605, HH-608. */
  motta(bytes: Uint8Array<ArrayBuffer>, navn?: Uint8Array): Promise<Resultat<Baaret>>
  /** What is carried and what was delivered, the latest first. */
  readonly baaret: Live<Baaret[]>
  fjern(id: string): Promise<void>
  /** Brings the server what is carried. Rejects never: what it could not deliver is still carried. */
  lever(): Promise<void>
  /** Makes this device known to the server, and fetches what waits for the user. */
  meld(): Promise<void>
}

export interface Device {
  readonly bruker: Bruker
  /** All rows of a table, in one space or in all the user may see; deleted ones left out. Rows that do not fit their schema are left out and counted in `ugyldige`. */
  rows<T extends Tabellnavn>(type: T, rom?: string): Live<Post<T>[]>
  row<T extends Tabellnavn>(type: T, id: string): Live<Post<T> | undefined>
  /** Stores the changes and queues them for sending, all or none, in one durable transaction. Resolves when the promise «Lagret på nettbrettet» holds. */
  write(endringer: Endring | Endring[]): Promise<Kvittering>
  /** A new record's id. */
  nyId(): string
  readonly rettigheter: Live<Rettigheter>
  readonly status: Live<Synkstatus>
  readonly ventende: Live<Ventende[]>
  readonly tilbakesendte: Live<Tilbakesendt[]>
  /** The latest hundred confirmed changes, newest first. */
  readonly sendte: Live<Sendt[]>
  /** The receipt for one record. */
  postkvittering(rom: string, type: Tabellnavn, id: string): Live<Postkvittering>
  /** What is known of what the browser has emptied; `null` where it has not, or it is read. */
  readonly toemt: Live<Toemt | null>
  kvitterToemt(): Promise<void>
  /** Rows on the device that do not fit their schema: not shown, not deleted. */
  readonly ugyldige: Live<number>
  /** Writes what was sent back once more, as a new change on top of what stands now, and forgets the old one. */
  proevIgjen(opId: string): Promise<void>
  /** Forgets what was sent back: the person has read it. */
  kvitter(opId: string): Promise<void>
  /** What happened to a record, newest first. Needs the server; rejects with `FrakobletFeil` without it. */
  historikk(rom: string, type: Tabellnavn, id: string): Promise<HistoryEntry[]>
  /** Tells when rows have changed, here or in another tab, whoever changed them; the returned function ends it. */
  vedEndring(gjoer: () => void): () => void
  /** Asks for a sync round soon. */
  synkroniser(): void
  /** A form's unsaved content, kept across reloads and updates. `null` removes it. */
  lagreKladd(noekkel: string, innhold: unknown): Promise<void>
  hentKladd(noekkel: string): Promise<unknown>
  /** Everything this device holds, what is unsent too, as a file to keep. */
  lagKopi(): Promise<Blob>
  /** Takes in such a file. Overwrites nothing; what is unsent in it is queued, and counts once whatever the server has already. */
  lesKopi(tekst: string): Promise<Resultat<Innlest>>
  /** Hand-over without a network; its code is fetched when it is first asked for. */
  overlevering(): Promise<Overlevering>
  /** Ends the sync loop and closes the database; nothing is deleted. */
  lukk(): void
  /** Deletes everything this user has on the device. Call only when nothing waits or the person has said so. */
  slettAlt(): Promise<void>
}

/** The server could not be reached. */
export class FrakobletFeil extends Error {
  override name = 'FrakobletFeil'
}
