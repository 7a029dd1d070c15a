import { UKETIMER } from '../../domain/helgekonstanter.ts'
import { skrivKort } from '../../domain/tallformat.ts'
import { YRKER, type Yrke } from '../../domain/toern.ts'
import { flyttesum, skrivTimer, somTimer, type Flyt } from '../../domain/toernflyt.ts'
import { YRKE_FLERTALL } from '../texts/toern.ts'

/** The flow picture in words: its heading, the sentence under it, and what a screen reader hears instead of it. */

const liste = (deler: readonly string[]): string =>
  deler.length < 2 ? deler.join('') : `${deler.slice(0, -1).join(', ')} og ${deler.at(-1)}`
const stor = (s: string): string => s[0]!.toUpperCase() + s.slice(1)
const timerOrd = (minutter: number): string => {
  const tekst = skrivTimer(somTimer([minutter])[0]!)
  return `${tekst} ${tekst === '1,0' ? 'time' : 'timer'}`
}

/** «37,6 timer i uken kan flyttes» */
export const flytTittel = (strommer: readonly Flyt[]): string =>
  `${timerOrd(flyttesum(strommer).totalt)} i uken kan flyttes`

/** «Blir alt innført, får vernepleiere og sykepleiere 24,8 timer mer til faget sitt.» Whoever is relieved most, gains less losses. */
export function flytSetning(strommer: readonly Flyt[]): string {
  const { girFraSeg, faar } = flyttesum(strommer)
  const frigjort = (y: Yrke): number => girFraSeg[y] - faar[y]
  const mest = [...YRKER].sort((a, b) => frigjort(b) - frigjort(a))[0]!
  if (frigjort(mest) < 3) return ''
  return `Blir alt innført, får ${YRKE_FLERTALL[mest]} ${timerOrd(frigjort(mest))} mer til faget sitt.`
}

/** «Det er 1,1 årsverk.» Hours a week over those of a full position in turnus. */
export const flytAarsverk = (strommer: readonly Flyt[]): string =>
  `Det er ${skrivKort(flyttesum(strommer).totalt / 60 / UKETIMER.turnus.verdi)} årsverk.`

/** The picture's accessible name. */
export function flytBeskrivelse(strommer: readonly Flyt[]): string {
  const { girFraSeg, faar } = flyttesum(strommer)
  const gir = YRKER.filter((y) => girFraSeg[y] > 0)
  const mottar = YRKER.filter((y) => faar[y] > 0)
  const girTimer = somTimer(gir.map((y) => girFraSeg[y]))
  const faarTimer = somTimer(mottar.map((y) => faar[y]))
  const setning = (yrker: readonly Yrke[], timer: readonly number[], ord: string): string =>
    stor(
      liste(
        yrker.map((y, i) =>
          i === 0
            ? `${YRKE_FLERTALL[y]} ${ord} ${skrivTimer(timer[i]!)} timer`
            : `${YRKE_FLERTALL[y]} ${skrivTimer(timer[i]!)}`,
        ),
      ),
    )
  return `${flytTittel(strommer)}. ${setning(gir, girTimer, 'gir fra seg')}. ${setning(mottar, faarTimer, 'får')}.`
}
