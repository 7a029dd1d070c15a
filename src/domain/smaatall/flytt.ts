import { cellenoekkel, iBlad, type Blad, type Celle, type Tabell } from './tabell.ts'

/**
 * What could be otherwise without anybody seeing it: a number of people moved between units or between categories.
 *
 * If every figure that a move touches is hidden, the table that is shown is the same before and after it, so each of these
 * figures can have any of `bredde + 1` values. That is the proof that a hidden figure cannot be worked out.
 */
export interface Flytt {
  beroert: string[]
  /** By how much each figure it touches can vary, in people. */
  bredde: number
}

export type Part = 0 | 1

/** How wide a move must be, and what it costs to hide figures, to choose the cheapest of many by. */
export interface Flyttvalg {
  krav: number
  /** Whether people who change unit may also change category: that touches everyone above, too. */
  blandet: boolean
  pris: (noekler: readonly string[]) => number
}

/** The figures that differ for two units at the foot: their own, and those above that do not hold both. */
function skilt(a: Blad, b: Blad | null): string[] {
  if (b === null) return [...a.sti]
  const [iA, iB] = [new Set(a.sti), new Set(b.sti)]
  return [...a.sti.filter((e) => !iB.has(e)), ...b.sti.filter((e) => !iA.has(e))]
}

/**
 * Every move that changes a figure's heltid (part 0) or deltid (part 1).
 *
 * Either people change category in one unit and the other way in another, or they go from one unit to the other. Where there is
 * no other to go to, everyone above is touched too (`null`).
 */
export function* flyttFor(t: Tabell, celle: Celle, part: Part, valg: Flyttvalg): Generator<Flytt> {
  const inne = t.blader.filter((b) => b.sti.includes(celle.enhet))
  const ute = [...t.blader.filter((b) => !b.sti.includes(celle.enhet)), null]
  for (const a of inne) {
    for (const b of ute) {
      const steder = skilt(a, b)
      if (celle.inndeling !== '') yield* byttKategori(t, celle, part, a, b, steder)
      yield* byttEnhet(t, celle, part, a, b, steder, valg)
    }
  }
}

function* byttKategori(t: Tabell, c: Celle, part: Part, a: Blad, b: Blad | null, steder: string[]): Generator<Flytt> {
  const n = (blad: Blad | null, kategori: string): number =>
    blad === null ? Infinity : iBlad(blad, c.inndeling, kategori)[part]
  for (const [annen, kun] of Object.entries(t.inndelinger[c.inndeling] ?? {})) {
    if (annen === c.kategori || (kun !== null && kun !== part)) continue
    yield {
      beroert: steder.flatMap((e) => [c.kategori, annen].map((k) => cellenoekkel(e, c.inndeling, k))),
      bredde: Math.min(n(a, annen), n(b, c.kategori)) + Math.min(n(a, c.kategori), n(b, annen)),
    }
  }
}

/** People of the category go from the one unit to the other, with what they are in the other divisions, or as something else there. */
function* byttEnhet(
  t: Tabell,
  c: Celle,
  part: Part,
  a: Blad,
  b: Blad | null,
  steder: string[],
  { krav, pris, blandet }: Flyttvalg,
): Generator<Flytt> {
  const beroert = steder.map((e) => cellenoekkel(e))
  const hosA = steder.filter((e) => a.sti.includes(e))
  const hosB = steder.filter((e) => !a.sti.includes(e))
  const felles = b === null ? [] : a.sti.filter((e) => b.sti.includes(e))
  let [ned, opp] = [a.alle[part], b === null ? Infinity : b.alle[part]]
  for (const [inndeling, kategorier] of Object.entries(t.inndelinger)) {
    const mulige = Object.entries(kategorier).flatMap(([k, kun]) => (kun === null || kun === part ? [k] : []))
    let beste: { noekler: string[]; ned: number; opp: number } | undefined
    for (const iA of inndeling === c.inndeling ? [c.kategori] : mulige) {
      for (const iB of blandet && b !== null ? mulige : [iA]) {
        const valg = {
          noekler: [
            ...hosA.map((e) => cellenoekkel(e, inndeling, iA)),
            ...hosB.map((e) => cellenoekkel(e, inndeling, iB)),
            ...(iA === iB ? [] : felles.flatMap((e) => [iA, iB].map((k) => cellenoekkel(e, inndeling, k)))),
          ],
          ned: iBlad(a, inndeling, iA)[part],
          opp: b === null ? Infinity : iBlad(b, inndeling, iB)[part],
        }
        if (valg.ned + valg.opp >= krav && (!beste || pris(valg.noekler) < pris(beste.noekler))) beste = valg
      }
    }
    if (!beste) return
    beroert.push(...beste.noekler)
    ned = Math.min(ned, beste.ned)
    opp = Math.min(opp, beste.opp)
  }
  yield { beroert, bredde: ned + opp }
}
