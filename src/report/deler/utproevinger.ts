import type { Dato } from '../../domain/dato.ts'
import { BESLUTNINGSFASER, faseNaa } from '../../domain/utproeving.ts'
import { kortDato, tabell } from '../bygg.ts'
import { iAaret, navnForRom, perDag, type Bestilling, type Rapportgrunnlag } from '../grunnlag.ts'
import { FASENAVN, UTPROEVINGSNAVN } from '../ord.ts'
import type { Blokk, Rute } from '../rapport.ts'
import { SKJULT } from './maaltall.ts'

type Utproeving = Rapportgrunnlag['utproevinger'][number]

/** As it stood at the end of a day: what came later is not known yet. */
const perDagen = (u: Utproeving, dag: Dato): Utproeving => ({
  ...u,
  forloep: u.forloep.filter((s) => s.dato <= dag),
})

/**
 * The trials of the year, as they stood at its end: those that something happened to, and those that went on from the year before. A plan
 * without a day is of no year.
 */
export function utproevingerI(g: Pick<Rapportgrunnlag, 'utproevinger'>, b: Bestilling): Utproeving[] {
  return g.utproevinger
    .map((u) => perDagen(u, perDag(b)))
    .filter((u) => {
      const siste = u.forloep.at(-1)
      if (siste === undefined) return false
      return iAaret(siste.dato, b) || !['viderefoeres', 'avsluttes'].includes(siste.fase)
    })
    .sort(
      (x, y) =>
        x.rom.localeCompare(y.rom) ||
        x.forloep[0]!.dato.localeCompare(y.forloep[0]!.dato) ||
        x.navn.localeCompare(y.navn, 'nb'),
    )
}

/** Where each stands, unit by unit. */
export function utproevingstabell(g: Rapportgrunnlag, b: Bestilling): Blokk {
  const rom = navnForRom(g)
  return tabell(
    {
      id: 'utproevinger',
      tittel: `Utprøvingene i ${b.aar}`,
      kolonner: ['Enhet', 'Utprøving', 'Hva som prøves', 'Startet', 'Fase', 'Siden'],
      rader: utproevingerI(g, b).map((u): Rute[] => [
        rom.get(u.rom)?.navn ?? null,
        u.navn,
        UTPROEVINGSNAVN[u.slag],
        u.start !== null && u.start <= perDag(b) ? kortDato(u.start) : null,
        FASENAVN[faseNaa(u)],
        kortDato(u.forloep.at(-1)!.dato),
      ]),
      kilde: `Utprøvingene i Heltidshjulet, slik de sto ${kortDato(perDag(b))}.`,
    },
    `Ingen utprøvinger er ført i Heltidshjulet i ${b.aar}.`,
  )
}

/**
 * What those that were decided on in the year showed, in the unit's own words. `null` where there are none. The words may tell of few
 * people: those of a hidden unit are not given out.
 */
export function resultattabell(g: Rapportgrunnlag, b: Bestilling, skjult: (enhet: string) => boolean): Blokk | null {
  const rom = navnForRom(g)
  const besluttet = utproevingerI(g, b).filter(
    (u) => (BESLUTNINGSFASER as readonly string[]).includes(faseNaa(u)) && iAaret(u.forloep.at(-1)!.dato, b),
  )
  if (besluttet.length === 0) return null
  return tabell(
    {
      id: 'utproevinger-resultat',
      tittel: `Hva utprøvingene viste i ${b.aar}`,
      kolonner: ['Enhet', 'Utprøving', 'Resultat', 'Besluttet', 'Hva ble bestemt'],
      rader: besluttet.map((u): Rute[] => {
        const e = rom.get(u.rom)
        const hemmelig = e !== undefined && skjult(e.id)
        return [
          e?.navn ?? null,
          u.navn,
          hemmelig ? SKJULT : u.resultat || null,
          FASENAVN[faseNaa(u)],
          hemmelig ? SKJULT : u.beslutning || null,
        ]
      }),
      kilde: 'Utprøvingene i Heltidshjulet, med enhetens egne ord.',
    },
    '',
  )
}

/** «3 utprøvinger har vært i gang i året. 1 er besluttet.» Empty where there are none. */
export function utproevingssetning(g: Rapportgrunnlag, b: Bestilling): string | null {
  const alle = utproevingerI(g, b)
  if (alle.length === 0) return null
  const besluttet = (['viderefoeres', 'justeres', 'avsluttes'] as const).flatMap((fase) => {
    const n = alle.filter((u) => faseNaa(u) === fase && iAaret(u.forloep.at(-1)!.dato, b)).length
    return n > 0 ? [`${n} ${FASENAVN[fase].toLowerCase()}`] : []
  })
  const antall = alle.length === 1 ? '1 utprøving har vært ført' : `${alle.length} utprøvinger har vært ført`
  return `${antall} i ${b.aar}${besluttet.length > 0 ? `: ${besluttet.join(', ')}` : ''}.`
}
