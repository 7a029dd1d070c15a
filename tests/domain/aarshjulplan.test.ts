import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  flyttAar,
  gjentas,
  ikkeGjort,
  meningsord,
  planId,
  planleggNesteAar,
  sammeMening,
} from '../../src/domain/aarshjulplan.ts'
import { aarshjul, KILDEHJUL } from '../support/aarshjul.ts'

const hjul = (aar: number) => KILDEHJUL.filter((o) => o.aar === aar)
const perKvartal = (rader: { kvartal: number }[]) =>
  [1, 2, 3, 4].map((k) => rader.filter((r) => r.kvartal === k).length)

describe('samme mening', () => {
  it.each([
    ['Temamøte i PSU', 'Tematime heltid i PSU'],
    ['Søke eksterne prosjektmidler', 'Søke eksterne midler'],
    ['Prosjektregnskap/rapport «Heltidspotten»', 'Prosjektregnskap/sluttrapport «Heltidspotten»'],
    ['Planlegge årshjul 2025', 'Planlegge årshjul 2026'],
  ])('«%s» og «%s» er samme aktivitet', (a, b) => {
    expect(sammeMening(a, b)).toBe(true)
    expect(sammeMening(b, a)).toBe(true)
  })
  it.each([
    ['Innføre Askermodellen i HO2', 'Innføre Askermodellen i HO1 og TPF 1 og 2'],
    ['Kick off ledere/tillitsvalgte HO1', 'Kick off ledere/tillitsvalgte hjemmesykepleien'],
    ['Oppstart «Heltidspotten»', 'Følge opp arbeidet i «Heltidspotten»'],
    ['Følge opp HO1 langvakter, Askermodellen', 'Følge opp og bistå TPF 1 og 2 og HO1'],
    ['2025', '2026'],
  ])('«%s» og «%s» er to forskjellige', (a, b) => {
    expect(sammeMening(a, b)).toBe(false)
    expect(sammeMening(b, a)).toBe(false)
  })
  it('ser bort fra årstall, småord og prosjektets eget ord', () => {
    expect(meningsord('Tematime heltid i PSU 2026')).toEqual(['tema', 'psu'])
    expect(meningsord('Gjennomføre heltidsseminar med PSU')).toEqual(['gjennomføre', 'seminar', 'psu'])
    expect(meningsord('Styringsgruppemøtet Heltidskultur')).toEqual(['styringsgruppe', 'kultur'])
  })
  it('gjelder begge veier, for alle titler', () => {
    const tittel = fc.constantFrom(...KILDEHJUL.map((o) => o.tittel))
    fc.assert(fc.property(tittel, tittel, (a, b) => sammeMening(a, b) === sammeMening(b, a)))
    fc.assert(fc.property(tittel, (a) => sammeMening(a, a)))
  })
})

describe('det som gjentas', () => {
  it('17 av aktivitetene i 2025 kom igjen fra 2024: 2, 6, 3 og 6 i de fire kvartalene', () => {
    const igjen = hjul(2025).filter((o) => gjentas(o, KILDEHJUL) === 'kom_igjen')
    expect(igjen).toHaveLength(17)
    expect(perKvartal(igjen)).toEqual([2, 6, 3, 6])
  })
  it('er det som står i flere kvartaler samme år', () => {
    const alle = [aarshjul({ id: 'a', kvartal: 1 }), aarshjul({ id: 'b', kvartal: 3 })]
    expect(gjentas(alle[0]!, alle)).toBe('flere_kvartaler')
    expect(gjentas(alle[0]!, alle.slice(0, 1))).toBeNull()
  })
  it('er en årlig plikt, også første gang', () => {
    for (const tittel of ['Utarbeide Årsrapport', 'Rapportere måltall heltid', 'Søke om midler fra Statsforvalteren'])
      expect(gjentas(aarshjul({ tittel }), [])).toBe('aarlig_plikt')
    expect(gjentas(aarshjul({ tittel: 'Oppstart i hjemmesykepleien' }), [])).toBeNull()
  })
})

describe('å planlegge neste år', () => {
  const plan = planleggNesteAar(2025, KILDEHJUL)

  it('tilbyr alt fra året før, og foreslår det som gjentas', () => {
    expect(plan).toHaveLength(25)
    expect(plan.filter((f) => f.gjentas).map((f) => f.rad.tittel)).toContain('Styringsgruppemøte Heltidskultur')
    expect(plan.find((f) => f.rad.tittel === 'Oppstart i hjemmesykepleien')?.gjentas).toBeNull()
    expect(plan.find((f) => f.rad.tittel === 'Ny prosjektleder i heltidsprosjektet')?.gjentas).toBeNull()
  })
  it('lager utkast: året flyttes, også i tittelen, mens kryss, dato, kilde og merknad blir igjen', () => {
    const siste = plan.at(-1)!.rad
    expect(siste).toMatchObject({
      aar: 2026,
      kvartal: 4,
      tittel: 'Planlegge årshjul 2027',
      tilstand: 'utkast',
      forgjenger: 'aarshjul-2025-4-07',
      gjortDato: null,
      dato: null,
      kilde: '',
      merknad: '',
    })
    expect(flyttAar('Oppfølging 2024–2026, sak 7/24')).toBe('Oppfølging 2025–2027, sak 7/24')
  })
  it('gir samme plan på to enheter, og ingenting nytt når det gjøres om igjen', () => {
    expect(planleggNesteAar(2025, [...KILDEHJUL].reverse())).toEqual(plan)
    const medPlan = [...KILDEHJUL, ...plan.map((f) => ({ ...f.rad, id: f.id }))]
    expect(planleggNesteAar(2025, medPlan)).toEqual([])
    expect(new Set(plan.map((f) => f.id)).size).toBe(plan.length)
  })
  it('tar ikke med det som neste år allerede har: samme mening i samme kvartal', () => {
    const tillegg = planleggNesteAar(2024, KILDEHJUL)
    expect(tillegg).toHaveLength(15)
    expect(perKvartal(tillegg.map((f) => f.rad))).toEqual([6, 3, 3, 3])
  })
  it('beholder roten i id-en år etter år', () => {
    expect(planId(planId('aarshjul-2025-4-07', 2026), 2027)).toBe('plan-2027-aarshjul-2025-4-07')
  })
  it('fra 2024 alene foreslås de 17 som kommer igjen (2, 6, 3 og 6), og de 15 som gjaldt det året, er utelatt', () => {
    const forslag = planleggNesteAar(2024, hjul(2024))
    const med = forslag.filter((f) => f.gjentas)
    expect([forslag.length, med.length, forslag.length - med.length]).toEqual([32, 17, 15])
    expect(perKvartal(med.map((f) => f.rad))).toEqual([2, 6, 3, 6])
    // The same by meaning and quarter as the source's own 2025.
    for (const f of med)
      expect(hjul(2025).some((o) => o.kvartal === f.rad.kvartal && sammeMening(o.tittel, f.rad.tittel))).toBe(true)
  })
  it('det et menneske har sagt, går foran: titlene betyr ingenting', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('hvert_aar' as const, 'nei' as const), { maxLength: 20 }), (sagt) => {
        const alle = sagt.map((gjentakelse, i) =>
          aarshjul({ id: `o${i}`, tittel: `Rapportere måltall ${'abcdefghijklmnopqrst'[i]!.repeat(6)}`, gjentakelse }),
        )
        expect(planleggNesteAar(2026, alle).filter((f) => f.gjentas)).toHaveLength(
          sagt.filter((g) => g === 'hvert_aar').length,
        )
      }),
    )
  })
  it('det som skal gjøres hvert kvartal, foreslås i alle fire, én gang hver', () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4] as const, { minLength: 1 }), (kvartaler) => {
        const alle = kvartaler.map((kvartal) => aarshjul({ id: `s${kvartal}`, kvartal, gjentakelse: 'hvert_kvartal' }))
        const forslag = planleggNesteAar(2026, alle)
        expect(forslag.map((f) => f.rad.kvartal)).toEqual([1, 2, 3, 4])
        expect(new Set(forslag.map((f) => f.id)).size).toBe(4)
        const neste = forslag.map((f) => ({ ...f.rad, id: f.id }))
        expect(planleggNesteAar(2026, [...alle, ...neste])).toEqual([])
        expect(planleggNesteAar(2027, [...alle, ...neste]).map((f) => f.rad.kvartal)).toEqual([1, 2, 3, 4])
      }),
    )
  })
  it('beholder måneden, men ikke dagen, og ikke det som er avlyst', () => {
    const alle = [
      aarshjul({ id: 'a', kvartal: 1, dato: '2026-03-31', tittel: 'Rapportere tertial' }),
      aarshjul({ id: 'b', kvartal: 1, maaned: 2, tittel: 'Søke om midler' }),
      aarshjul({ id: 'c', kvartal: 2, tittel: 'Utarbeide årsrapport', utgaarDato: '2026-01-02', utgaarGrunn: 'x' }),
    ]
    expect(planleggNesteAar(2026, alle).map(({ rad }) => [rad.tittel, rad.maaned, rad.dato, rad.utgaarDato])).toEqual([
      ['Rapportere tertial', 3, null, null],
      ['Søke om midler', 2, null, null],
    ])
  })
  it('spør om det som ikke ble gjort, men ikke om det ingen har registrert, er avlyst eller er utkast', () => {
    const alle = [
      aarshjul({ id: 'sen', kvartal: 1 }),
      aarshjul({ id: 'gjort', kvartal: 1, gjortDato: '2026-02-01' }),
      aarshjul({ id: 'kommer', kvartal: 4 }),
      aarshjul({ id: 'avlyst', kvartal: 1, utgaarDato: '2026-01-02' }),
      aarshjul({ id: 'kilde', kvartal: 1, kilde: 'Årshjul' }),
      aarshjul({ id: 'utkast', kvartal: 1, tilstand: 'utkast' }),
    ]
    expect(ikkeGjort(2026, alle, '2026-11-21').map((o) => o.id)).toEqual(['sen', 'kommer'])
  })
})
