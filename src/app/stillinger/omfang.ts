import { kortnavn, type EnhetPost } from '../../domain/enhet.ts'
import type { Sammenlignet } from '../../domain/stillingsliste/maalinger.ts'
import type { Omfangstall } from '../../domain/stillingsliste/telling.ts'
import { skrivProsentpoeng } from '../../domain/tallformat.ts'

/** «opp 2,3 prosentpoeng», «uendret». */
export function endringstekst({ endring }: Pick<Sammenlignet, 'endring'>): string {
  if (endring === null) return ''
  if (Math.abs(endring) < 0.05) return 'uendret'
  return `${endring > 0 ? 'opp' : 'ned'} ${skrivProsentpoeng(Math.abs(endring))}`
}

export interface Omfang {
  enhet: EnhetPost
  navn: string
  /** How far below the top it lies among those that are shown. */
  dybde: number
  tall: Omfangstall
  kanLagres: boolean
  /** Rows were counted in the unit itself, not only in those below it. */
  egne: boolean
}

/** The scopes of a count, each over those below it, by name. */
export function omfangene(
  tall: ReadonlyMap<string, Omfangstall>,
  enheter: readonly EnhetPost[],
  egne: ReadonlySet<string>,
  kanLagres: (e: EnhetPost) => boolean,
): Omfang[] {
  const ut: Omfang[] = []
  const sett = new Set<string>()
  const legg = (over: string | null, dybde: number): void => {
    const her = enheter.filter((e) => (over === null ? erRot(e) : e.overordnet === over) && !sett.has(e.id))
    for (const e of her.sort((a, b) => a.navn.localeCompare(b.navn, 'nb'))) {
      sett.add(e.id)
      const t = tall.get(e.id)
      if (t) ut.push({ enhet: e, navn: kortnavn(e), dybde, tall: t, kanLagres: kanLagres(e), egne: egne.has(e.id) })
      legg(e.id, dybde + (t ? 1 : 0))
    }
  }
  const erRot = (e: EnhetPost): boolean => !enheter.some((o) => o.id === e.overordnet)
  legg(null, 0)
  return ut
}
