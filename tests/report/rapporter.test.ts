import { describe, expect, it } from 'vitest'
import { RAPPORTER } from '../../src/domain/rapport.ts'
import { lagRapport } from '../../src/report/lag.ts'
import { eksempelgrunnlag, faktagrunnlag } from '../support/rapportgrunnlag.ts'
import { somTekst } from '../support/rapporttekst.ts'

const FRA = { fra: 'Asker kommune', saksnummer: '24/02033' }
const IDAG = '2026-11-18'
const fakta = faktagrunnlag()
const demo = eksempelgrunnlag(IDAG)

describe('rapportene ord for ord', () => {
  it.each(RAPPORTER.filter((r) => r !== 'mbm'))('%s av eksemplene', async (navn) => {
    const r = lagRapport(navn, demo, { ...FRA, aar: navn === 'likestilling' ? 2023 : 2026, idag: IDAG })
    await expect(somTekst(r)).toMatchFileSnapshot(`golden/${navn}-eksempel.txt`)
  })

  it('status til MBM for én enhet', async () => {
    const enhet = demo.enheter.find((e) => e.id === 'bondihagen')
    const r = lagRapport('mbm', demo, { ...FRA, aar: 2026, idag: IDAG }, enhet)
    await expect(somTekst(r)).toMatchFileSnapshot('golden/mbm-eksempel.txt')
  })

  it('alt som venter på syn, får plass på én side: resten står som et tall', () => {
    const enhet = demo.enheter.find((e) => e.id === 'bondihagen')
    const en = demo.aktiviteter.find((a) => a.rom === 'unit:bondihagen' && a.status === 'planlagt')!
    const mange = Array.from({ length: 40 }, (_, i) => ({ ...en, id: `m${i}`, tittel: `Sak ${i}`, frist: null }))
    const r = lagRapport('mbm', { ...demo, aktiviteter: mange }, { ...FRA, aar: 2026, idag: IDAG }, enhet)
    const linjer = somTekst(r).split('\n')
    expect(linjer.filter((l) => l.startsWith('Aktivitet | Sak ')).length).toBeLessThan(14)
    const flere = linjer.find((l) => l.startsWith('Flere | '))
    expect(flere).toMatch(/^Flere \| \d+ saker til \| Venter på de ansattes syn$/)
    const sagt = linjer.filter((l) => l.startsWith('Aktivitet | Sak ')).length + Number(/\d+/.exec(flere!)![0])
    expect(sagt).toBe(40)
  })

  it('årsrapporten for 2024 av Askers egne tall alene', async () => {
    const r = lagRapport('aarsrapport', fakta, { ...FRA, aar: 2024, idag: '2025-01-20' })
    expect(r.eksempel).toBe(false)
    await expect(somTekst(r)).toMatchFileSnapshot('golden/aarsrapport-2024.txt')
  })

  it('Heltidspotten for 2024 av kilden', async () => {
    const r = lagRapport('heltidspotten', fakta, { ...FRA, aar: 2024, idag: '2025-01-20' })
    await expect(somTekst(r)).toMatchFileSnapshot('golden/heltidspotten-2024.txt')
  })
})

describe('tomt og skjevt', () => {
  const ingenting = { ...fakta, maalinger: [], aarshjul: [], vedtak: [], enheter: [], maaltall: [], tilskudd: [] }

  it.each(RAPPORTER.filter((r) => r !== 'mbm'))('%s av ingenting sier det, og feiler ikke', (navn) => {
    const r = lagRapport(navn, ingenting, { ...FRA, aar: 2026, idag: IDAG })
    expect(somTekst(r)).not.toMatch(/NaN|undefined|Infinity|\[object/)
    expect(r.deler.every((d) => d.blokker.length > 0)).toBe(true)
  })

  it('et år uten målinger sier det', () => {
    const r = lagRapport('aarsrapport', { ...fakta, maalinger: [] }, { ...FRA, aar: 2025, idag: IDAG })
    expect(somTekst(r)).toContain('Det er ikke registrert målinger for 2025.')
  })

  it('en enhet som er flyttet dit ingen vet, er med likevel', () => {
    const enheter = demo.enheter.map((e) => (e.id === 'hurum' ? { ...e, overordnet: 'finnes-ikke' } : e))
    const r = lagRapport('styringsgruppen', { ...demo, enheter }, { ...FRA, aar: 2026, idag: IDAG })
    expect(somTekst(r)).toContain('Hurum')
  })

  it('lages likt om igjen, og overlever å bli frosset', () => {
    const lag = () => lagRapport('aarsrapport', demo, { ...FRA, aar: 2026, idag: IDAG })
    const en = lag()
    expect(lag()).toEqual(en)
    expect(JSON.parse(JSON.stringify(en))).toEqual(en)
  })
})
