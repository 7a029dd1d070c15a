import { like } from './like.ts'
import { flettMengde } from './mengde.ts'
import { flettTekst } from './tekst.ts'
import { SLETTET, skrivesAv, type Doc, type Json, type Op } from './op.ts'

/**
 * How two people's changes become one record. Pure: the server runs it, and every
 * device ends with what the server made of it.
 */

/** Who wrote a field last, and when by the server's reckoning (milliseconds). */
export type Skriver = readonly [opId: string, t: number]
/** Per field its last writer; `*` stands for every field not listed. */
export type Skrivere = Record<string, Skriver>

export interface Tilstand {
  doc: Doc
  deleted: boolean
  skrivere: Skrivere
}

export interface FeltEndring {
  felt: string
  fra: Json
  til: Json
  /** `superseded`: another's later writing stands, this value is kept in the history. */
  utfall: 'applied' | 'superseded'
}

/** What one wrote is no longer what stands, because of another's writing that was made without having seen it. */
export interface Tap {
  /** The opId of what does not stand. */
  taper: string
  /** The opId of what does, or of the deletion. */
  vinner: string
  felter: string[]
  slag: 'overskrevet' | 'slettet'
}

export interface Flettet {
  tilstand: Tilstand
  endringer: FeltEndring[]
  /** The op's own fields in which another's writing stands. */
  tapt: string[]
  /** Everything that was lost by this op or to it, on either side: whoever wrote it is to be told. */
  tap: Tap[]
}

/** Who wrote the field last; nobody, where the record is there without it. */
const skriver = ({ doc, skrivere }: Tilstand, felt: string): Skriver | null =>
  skrivere[felt] ?? (felt === SLETTET || felt in doc ? (skrivere['*'] ?? null) : null)
const seinere = (a: Skriver, b: Skriver): boolean => (a[1] !== b[1] ? a[1] > b[1] : a[0] > b[0])
const verdi = (t: Tilstand, felt: string): Json => (felt === SLETTET ? t.deleted : (t.doc[felt] ?? null))

/**
 * Step 4 of docs/sync.md: merges one op into a record, field by field, or by group where
 * fields only make sense together.
 *
 * A field whose last writer is still the one the person saw takes the new value: no clock is asked.
 * Only a truly concurrent writing is decided by time (`t`, the server's reckoning), then by opId.
 *
 * A long text that two wrote at once becomes one text, and a set that two changed at once has both changes: nobody loses.
 *
 * @param foer the record as it stands, `null` where there is none @param t milliseconds
 * @param felles what a long text was when the person began to write, where that is known
 */
export function flett(
  foer: Tilstand | null,
  op: Pick<Op, 'opId' | 'kind' | 'set' | 'base' | 'fra' | 'mengder'>,
  t: number,
  grupper: readonly (readonly string[])[],
  felles: Readonly<Record<string, string>> = {},
): Flettet {
  const nye = skrivesAv(op)
  const denne: Skriver = [op.opId, t]
  if (foer === null) {
    const { [SLETTET]: slettet, ...doc } = nye
    return {
      tilstand: { doc, deleted: slettet === true, skrivere: { '*': denne } },
      endringer: Object.keys(nye).map((felt) => ({ felt, fra: null, til: nye[felt]!, utfall: 'applied' })),
      tapt: [],
      tap: [],
    }
  }
  const etter: Tilstand = { doc: { ...foer.doc }, deleted: foer.deleted, skrivere: { ...foer.skrivere } }
  const endringer: FeltEndring[] = []
  const tapt: string[] = []
  const tap = new Map<string, Tap>()
  const tapte = (taper: string, vinner: string, felt: string, slag: Tap['slag'] = 'overskrevet') => {
    const kjent = tap.get(`${taper} ${vinner}`)
    if (kjent) kjent.felter = [...new Set([...kjent.felter, felt])]
    else tap.set(`${taper} ${vinner}`, { taper, vinner, felter: [felt], slag })
  }
  for (const enhet of enheter(Object.keys(nye), grupper)) {
    const usette = enhet.flatMap((f) => {
      const siste = skriver(foer, f)
      return siste !== null && siste[0] !== (op.base[f] ?? null) ? [siste] : []
    })
    const samtidig = usette.length > 0
    // She built on an op of her own that has become one text with another's since: she never saw what stands.
    const usett = op.fra?.[enhet[0]!] !== undefined && op.fra[enhet[0]!] !== (verdi(foer, enhet[0]!) ?? '')
    const felt = enhet[0]!
    const mengde = enhet.length === 1 ? flettetMengde(foer, op, felt) : null
    const tekst = (samtidig || usett) && enhet.length === 1 ? flettetTekst(foer, nye, felt, felles) : null
    const sammen = mengde ?? tekst
    if (sammen !== null) {
      etter.doc[felt] = sammen
      etter.skrivere[felt] = denne
      endringer.push({ felt, fra: verdi(foer, felt), til: sammen, utfall: 'applied' })
      continue
    }
    const vinner = usette.every((siste) => seinere(denne, siste))
    const uendret = enhet.every((f) => like(verdi(foer, f), nye[f]))
    for (const felt of enhet) {
      const fra = verdi(foer, felt)
      const til = nye[felt]!
      const siste = skriver(foer, felt)
      if (vinner) {
        if (felt === SLETTET) etter.deleted = til === true
        else etter.doc[felt] = til
        etter.skrivere[felt] = denne
        if (samtidig && !uendret && siste !== null) tapte(siste[0], op.opId, felt)
      } else if (!uendret) {
        tapt.push(felt)
        tapte(op.opId, (siste ?? usette[0]!)[0], felt)
      }
      endringer.push({ felt, fra, til, utfall: vinner ? 'applied' : 'superseded' })
    }
  }
  slettetUsett(foer, etter, op, tapte)
  return { tilstand: etter, endringer, tapt, tap: [...tap.values()] }
}

/** A record that goes away with what its deleter had not seen, or that had gone before the writing came: whoever wrote is told. */
function slettetUsett(
  foer: Tilstand,
  etter: Tilstand,
  op: Pick<Op, 'opId' | 'kind' | 'set' | 'base'>,
  tapte: (taper: string, vinner: string, felt: string, slag: Tap['slag']) => void,
): void {
  if (foer.deleted && etter.deleted && op.kind !== 'delete')
    for (const felt of Object.keys(op.set)) tapte(op.opId, skriver(foer, SLETTET)![0], felt, 'slettet')
  // What the deleter saw of the other fields; a device from before it was asked for it does not say.
  if (foer.deleted || !etter.deleted || op.base['*'] === undefined) return
  for (const felt of Object.keys(foer.doc)) {
    const siste = skriver(foer, felt)![0]
    if (siste !== (op.base[felt] ?? op.base['*'])) tapte(siste, op.opId, felt, 'slettet')
  }
}

function flettetTekst(foer: Tilstand, nye: Doc, felt: string, felles: Readonly<Record<string, string>>): string | null {
  const fra = felles[felt]
  const staaende = verdi(foer, felt) ?? ''
  const ny = nye[felt]
  return fra !== undefined && typeof staaende === 'string' && typeof ny === 'string'
    ? flettTekst(fra, staaende, ny)
    : null
}

/** Also where nobody else wrote: she may have built on an op of her own that has become one with another's since. */
function flettetMengde(foer: Tilstand, op: Pick<Op, 'mengder'>, felt: string): Json[] | null {
  const endring = op.mengder?.[felt]
  const staaende = verdi(foer, felt) ?? []
  return endring !== undefined && Array.isArray(staaende) ? flettMengde(staaende, endring) : null
}

/** The changed fields, those of a group together. */
function enheter(felter: string[], grupper: readonly (readonly string[])[]): string[][] {
  const funnet = new Map<string, string[]>()
  for (const felt of felter) {
    const noekkel = grupper.find((g) => g.includes(felt))?.[0] ?? felt
    const liste = funnet.get(noekkel)
    if (liste) liste.push(felt)
    else funnet.set(noekkel, [felt])
  }
  return [...funnet.values()]
}
