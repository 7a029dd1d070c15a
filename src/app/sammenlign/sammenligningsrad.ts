import type { Dato } from '../../domain/dato.ts'
import { etterKjoenn, etterYrke, type BildePost } from '../../domain/fordeling.ts'
import { INDIKATORER, skrivVerdi, type Indikatornavn } from '../../domain/indikatorer.ts'
import { erFersk } from '../../domain/maaling.ts'
import { nesteMilepael, skrivMilepael, type Milepael } from '../../domain/maalsti.ts'
import type { Noekkeltall } from '../../domain/noekkeltall.ts'
import { cellenoekkel } from '../../domain/smaatall/tabell.ts'
import type { Stilling } from '../../domain/stillingsbilde.ts'
import { sisteBilde } from '../../domain/stillingstall.ts'
import type { Post } from '../../domain/tabeller.ts'
import { avrund, skrivProsentpoeng } from '../../domain/tallformat.ts'

/** A group of people: everyone (both empty), a gender or a profession. */
export interface Gruppevalg {
  inndeling: '' | 'kjoenn' | 'yrke'
  kategori: string
}

/** One unit beside the others. */
export interface Sammenligningsrad {
  enhet: Post<'enhet'>
  virksomhet: string
  tall: Noekkeltall
  /** `null` where nothing was measured of the group, or it is hidden. */
  verdi: number | null
  skjult: boolean
  /** The next milestone; of a group there is none. */
  milepael: Milepael | null
  /** Percentage points left to it; negative where it is reached. */
  igjen: number | null
}

export function sammenligningsrad(
  enhet: Post<'enhet'>,
  virksomhet: string,
  tall: Noekkeltall,
  bilder: readonly BildePost[],
  skjulte: ReadonlySet<string>,
  gruppe: Gruppevalg,
  idag: Dato,
): Sammenligningsrad {
  const skjult = skjulte.has(cellenoekkel(enhet.id, gruppe.inndeling, gruppe.kategori))
  const alle = gruppe.inndeling === ''
  const raa = alle ? tall.verdi : gruppeverdi(sisteBilde(bilder, enhet.id, idag), gruppe, tall.indikator, idag)
  const verdi = skjult ? null : raa
  const milepael = alle && tall.maaltall ? nesteMilepael(tall.maaltall, idag) : null
  const retning = INDIKATORER[tall.indikator].retning === 'opp' ? 1 : -1
  const igjen = milepael && verdi !== null ? avrund((milepael.verdi - verdi) * retning, 1) : null
  return { enhet, virksomhet, tall, verdi, skjult: skjult && raa !== null, milepael, igjen }
}

function gruppeverdi(b: BildePost | undefined, g: Gruppevalg, indikator: Indikatornavn, idag: Dato): number | null {
  if (!b || !erFersk(b.dato, idag)) return null
  const alle: readonly { gruppe: string; ansatte: number; heltid: number; aarsverk: number }[] =
    g.inndeling === 'kjoenn' ? etterKjoenn(b.stillinger) : etterYrke(b.stillinger as Stilling[])
  const funnet = alle.find((x) => x.gruppe === g.kategori)
  if (!funnet) return null
  return ((indikator === 'andelHeltid' ? funnet.heltid : funnet.aarsverk) / funnet.ansatte) * 100
}

/** Farthest from the milestone first, then the lowest; those without a figure last. */
export const sorterRader = (rader: readonly Sammenligningsrad[]): Sammenligningsrad[] =>
  [...rader].sort(
    (a, b) =>
      Number(a.verdi === null) - Number(b.verdi === null) ||
      (b.igjen ?? -Infinity) - (a.igjen ?? -Infinity) ||
      (a.verdi ?? 0) - (b.verdi ?? 0) ||
      a.enhet.navn.localeCompare(b.enhet.navn, 'nb'),
  )

/** «3,2 prosentpoeng til 71 % i 2026», «71 % i 2026 er nådd» */
export function avstandtekst(r: Sammenligningsrad): string {
  if (r.milepael === null || r.igjen === null) return ''
  const maal = `${skrivMilepael(r.tall.indikator, r.milepael.verdi)} i ${r.milepael.aar}`
  return r.igjen <= 0 ? `${maal} er nådd` : `${skrivProsentpoeng(r.igjen)} til ${maal}`
}

export const verditekst = (r: Sammenligningsrad): string =>
  r.verdi === null ? (r.skjult ? 'skjult' : 'ikke målt') : skrivVerdi(r.tall.indikator, r.verdi)

/** Shown wherever a figure is hidden. */
export const skjultForklaring = (minst: number): string =>
  `«Skjult» er av hensyn til personvern: tallet gjelder færre enn ${minst} ansatte, eller kunne vært brukt til å regne ut et slikt tall.`
