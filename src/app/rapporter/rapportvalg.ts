import { aarAv, type Dato } from '../../domain/dato.ts'
import { aarMedPenger } from '../../domain/heltidspotten.ts'
import { RAPPORTER, type Listerapport } from '../../domain/rapport.ts'
import { erPartIDroefting, type Rolle } from '../../domain/tilgang.ts'
import type { Rapportgrunnlag } from '../../report/grunnlag.ts'

/** What each report is, in one line. */
export const RAPPORTOM: Record<Listerapport, string> = {
  aarsrapport: 'Måltall, årshjul, piloter, TØRN og penger for et år, til PSU',
  styringsgruppen: 'To sider: hvor vi står, hvem som trenger oss, og hva som kommer',
  ledermoetet: 'Én side til kommunedirektørens ledermøte',
  mbm: 'Én side for én enhet: tallene, sakene og hva som ble avtalt sist',
  likestilling: 'Tallene og arbeidet etter likestillings- og diskrimineringsloven § 26 a',
  heltidspotten: 'Tilskudd, budsjett og kostnader, i hele øre',
}

export const erRapport = (navn: unknown): navn is Listerapport => (RAPPORTER as readonly unknown[]).includes(navn)

/** Reports for one unit are its own leaders' and representatives'; the rest are the prosjektleder's until they are adopted. */
export function kanLages(navn: Listerapport, rolle: Rolle): boolean {
  if (navn === 'mbm') return rolle !== 'leser'
  return rolle === 'prosjektleder' || navn === 'likestilling' || navn === 'heltidspotten'
}
export const kanSkrives = (navn: Listerapport, rolle: Rolle): boolean =>
  kanLages(navn, rolle) && rolle !== 'leser' && !(navn === 'mbm' ? erPartIDroefting(rolle) : rolle !== 'prosjektleder')

/** Years that a report can be made for, oldest first: those that have something, and this year. */
export function aarFor(navn: Listerapport, g: Rapportgrunnlag, idag: Dato): number[] {
  const naa = aarAv(idag)
  const kilder: Record<Listerapport, number[]> = {
    aarsrapport: [...g.aarshjul.map((o) => o.aar), ...g.maalinger.map((m) => aarAv(m.dato))].filter((a) => a >= 2024),
    styringsgruppen: [],
    ledermoetet: [],
    mbm: [],
    likestilling: g.likestilling.map((l) => l.aar),
    heltidspotten: aarMedPenger(g.tilskudd, g.budsjett, g.kostnader),
  }
  return [...new Set([...kilder[navn].filter((a) => a <= naa), naa])].sort((a, b) => a - b)
}
