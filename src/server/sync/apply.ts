import { erTabell, tabeller } from '../../domain/tabeller.ts'
import { hvorforIkke, type Bruker, type Rettigheter } from '../../domain/tilgang.ts'
import { avvisningstekst } from '../../sync/avvisning.ts'
import { flett, type FeltEndring, type Flettet, type Tap, type Tilstand } from '../../sync/merge.ts'
import type { OpResult } from '../../sync/messages.ts'
import type { Op } from '../../sync/op.ts'
import { sjekkRad } from '../../sync/sjekk.ts'
import './schemas.ts'

/** Steps 3 and 4 of docs/sync.md: what one txn makes of the records it touches. Pure: nothing is read or stored here. */

/** Whether this user may; `null` lets everything through (the server's own first filling). */
export type Adgang = { bruker: Bruker; rettigheter: Rettigheter } | null

export interface Anvendt {
  resultater: OpResult[]
  /** Records as they stand after the txn; empty when it was refused. */
  tilstander: Map<string, Tilstand>
  endringer: { op: Op; endring: FeltEndring }[]
  /** What was lost, and by whom it was written, on either side. */
  tap: { op: Op; tap: Tap }[]
}

export const noekkel = (o: { type: string; id: string }): string => `${o.type}/${o.id}`

/**
 * @param ops the ops of one txn, in seq order
 * @param les the record as it stands
 * @param tid when an op counts as written, milliseconds by the server's reckoning
 * @param felles per op, what its long texts were when the person began to write
 */
export function anvendTxn(
  ops: readonly Op[],
  adgang: Adgang,
  les: (noekkel: string) => (Tilstand & { holdtFor?: string | null }) | null,
  tid: (op: Op) => number,
  felles: (op: Op) => Readonly<Record<string, string>> = () => ({}),
): Anvendt {
  const tilstander = new Map<string, Tilstand>()
  const endringer: Anvendt['endringer'] = []
  const tap: Anvendt['tap'] = []
  const resultater: OpResult[] = []
  for (const op of ops) {
    const nk = noekkel(op)
    const staar = les(nk)
    const foer = tilstander.get(nk) ?? staar
    const r = anvendOp(op, foer, adgang, tid(op), felles(op), staar?.holdtFor ?? null)
    if (r.avvist) return avvisAlle(ops, op, r.avvist)
    tilstander.set(nk, r.tilstand)
    endringer.push(...r.endringer.map((endring) => ({ op, endring })))
    tap.push(...r.tap.map((t) => ({ op, tap: t })))
    resultater.push(
      r.tapt.length > 0 ? { opId: op.opId, status: 'merged', merged: r.tapt } : { opId: op.opId, status: 'applied' },
    )
  }
  return { resultater, tilstander, endringer, tap }
}

type Grunn = NonNullable<OpResult['reason']>
type Utfall = { avvist: Grunn } | ({ avvist?: undefined } & Flettet)

const grunn = (code: string, text = avvisningstekst(code), field?: string): { avvist: Grunn } => ({
  avvist: field === undefined ? { code, text } : { code, text, field },
})

function anvendOp(
  op: Op,
  foer: Tilstand | null,
  adgang: Adgang,
  t: number,
  felles: Readonly<Record<string, string>>,
  holdtFor: string | null,
): Utfall {
  if (!erTabell(op.type)) return grunn('HH-207')
  if (adgang) {
    const tekst = (x: unknown) => (typeof x === 'string' ? x : undefined)
    const kode = hvorforIkke(adgang.bruker, adgang.rettigheter[op.space], {
      type: op.type,
      rom: op.space,
      finnes: foer !== null,
      sletter: op.kind !== 'set',
      forfatterFoer: tekst(foer?.doc.forfatter),
      forfatterNy: tekst(op.set.forfatter),
      holdtFor,
    })
    if (kode) return grunn(kode)
  }
  const flettet = flett(foer, op, t, tabeller[op.type].grupper, felles)
  // Of what the server was restored to before, only the deletion may have come as yet.
  const galt = foer === null && op.kind === 'delete' ? null : sjekkRad(op.type, flettet.tilstand.doc)
  if (!galt) return flettet
  // It holds alone, but not together with what another wrote meanwhile: the former stays, and the author is told.
  if (foer !== null && flettet.tapt.length > 0) {
    const tapt = flettet.endringer.map((e) => e.felt)
    const tap = flettet.tap.filter((t) => t.taper === op.opId).map((t) => ({ ...t, felter: tapt }))
    const endringer = flettet.endringer.map((e) => ({ ...e, utfall: 'superseded' as const }))
    return { tilstand: foer, endringer, tapt, tap: tap.slice(0, 1) }
  }
  return grunn('HH-206', galt.tekst, galt.felt)
}

function avvisAlle(ops: readonly Op[], skyldig: Op, reason: Grunn): Anvendt {
  return {
    tilstander: new Map(),
    endringer: [],
    tap: [],
    resultater: ops.map((op) =>
      op === skyldig
        ? { opId: op.opId, status: 'refused', reason }
        : { opId: op.opId, status: 'refused', reason: { code: 'HH-208', text: avvisningstekst('HH-208') } },
    ),
  }
}
