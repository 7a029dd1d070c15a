import { flyttFor, type Flytt, type Part } from './flytt.ts'
import { celleverdier, type Celle, type Par, type Tabell } from './tabell.ts'

/** The keys of the figures that must be hidden, in two kinds: those of few people, and those that would tell of them. */
export interface Skjult {
  faa: ReadonlySet<string>
  /** All that are hidden, `faa` among them. */
  alle: ReadonlySet<string>
}

/** Fewer people than this are hidden where the prosjektleder has set nothing else. */
export const MINSTE_ANTALL = 5

/** How many groups one would rather hide than the total that they are groups of. */
const TOTALVEKT = 20

/**
 * Whether a figure is of too few people to be shown.
 *
 * With two parts each must hold enough: «3 av 30» tells of the three, and «27 av 30» of the same three; nobody at all says
 * something about everyone. Of a category with one part (a size of position) nobody is nobody.
 */
function erFaa([h, d]: Par, kun: 0 | 1 | null, minst: number): boolean {
  if (h + d === 0) return false
  return kun === null ? h < minst || d < minst : h + d < minst
}

/**
 * Hides the small figures of a table, and as few others as it finds so that none of the hidden can be worked out from what is left.
 *
 * For each hidden figure, each of its parts can have at least `minst` different values in tables that look the same and hold no
 * negative numbers; a move of people shows it (flytt.ts). What is already hidden is used first, then what is small and low in the
 * organisation; a total is hidden when nothing else helps. The same table always gives the same answer.
 *
 * @param vises what is meant to be shown at all; the rest is hidden to begin with, and small figures of it are protected too
 */
export function skjul(t: Tabell, minst: number = MINSTE_ANTALL, vises: (c: Celle) => boolean = () => true): Skjult {
  const verdier = celleverdier(t)
  const hoeyde = hoeyder(t)
  const kun = (c: Celle): 0 | 1 | null => t.inndelinger[c.inndeling]?.[c.kategori] ?? null
  const faa = new Set([...verdier].filter(([, { celle, par }]) => erFaa(par, kun(celle), minst)).map(([nk]) => nk))
  const alle = new Set([...verdier].filter(([nk, { celle }]) => faa.has(nk) || !vises(celle)).map(([nk]) => nk))
  const bevist = new Set<string>()
  const bevis = (nk: string, part: Part): string => `${nk}/${part}`

  /** Higher up costs more than anything lower down, and a total more than many groups of it. */
  const vekt = (nk: string): number => {
    const { celle, par } = verdier.get(nk)!
    const verd = 1 + par[0] + par[1] + 10_000 * (hoeyde.get(celle.enhet) ?? 0)
    return celle.inndeling === '' ? TOTALVEKT * verd : verd
  }
  const pris = (noekler: readonly string[]): number =>
    noekler.reduce((sum, nk) => sum + (alle.has(nk) ? 0 : vekt(nk)), 0)
  const krav = Math.max(1, minst - 1)

  const koe = [...faa]
  for (let nk = koe.shift(); nk !== undefined; nk = koe.shift()) {
    const { celle } = verdier.get(nk)!
    const parter = ([0, 1] as const).filter((p) => kun(celle) === null || kun(celle) === p)
    for (const part of parter) {
      if (bevist.has(bevis(nk, part))) continue
      const finn = (blandet: boolean) => billigste(flyttFor(t, celle, part, { krav, pris, blandet }), krav, pris)
      // What costs nothing more need not be bettered; the mixed moves are many.
      const enkel = finn(false)
      const blandet = pris(enkel.beroert) > 0 ? finn(true) : enkel
      const beste = pris(blandet.beroert) < pris(enkel.beroert) ? blandet : enkel
      for (const b of beste.beroert) {
        bevist.add(bevis(b, part))
        if (alle.has(b)) continue
        alle.add(b)
        koe.push(b)
      }
    }
  }
  return { faa, alle }
}

function billigste(alle: Iterable<Flytt>, krav: number, pris: (n: readonly string[]) => number): Flytt {
  let beste: Flytt | undefined
  let lavest = Infinity
  for (const f of alle) {
    if (f.bredde < krav) continue
    const p = pris(f.beroert)
    if (p >= lavest) continue
    beste = f
    lavest = p
    if (p === 0) break
  }
  // Someone can always be thought of who is in no table at all: everything up to the top is then hidden.
  if (beste === undefined) throw new Error('smaatall: a division lacks categories')
  return beste
}

/** How many levels lie below each unit of the table. */
function hoeyder(t: Tabell): Map<string, number> {
  const ut = new Map<string, number>()
  for (const b of t.blader) b.sti.forEach((e, i) => ut.set(e, Math.max(ut.get(e) ?? 0, i)))
  return ut
}
