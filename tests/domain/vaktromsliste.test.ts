import { describe, expect, it } from 'vitest'
import type { Toernoppgave } from '../../src/domain/toern.ts'
import { innfoertUtenGodkjenning, kreverGodkjenning } from '../../src/domain/toernkrav.ts'
import { gjettKategori, somOppgave } from '../../src/domain/toernlapp.ts'
import { nesteMandag, vaktromsliste } from '../../src/domain/vaktromsliste.ts'
import { sjekkRad } from '../../src/sync/sjekk.ts'
import { TOERNMALER } from '../../src/domain/asker/toernmaler.ts'
import { TOERNRAD } from '../support/toernrad.ts'

const oppgave = (id: string, felter: Partial<Toernoppgave> = {}): Toernoppgave & { id: string } => ({
  ...TOERNRAD,
  ...{ id, oppgave: id, kategori: 'stell', gjoerIDag: 'V', boerGjoere: 'V', minutter: 10, hvorOfte: '1/dag' },
  ...{ status: 'kartlagt', eksempel: false },
  ...felter,
})

describe('listen til vaktrommet', () => {
  it('sier hvem som gjør oppgaven fra nå av: den nye bare der det prøves ut eller er innført', () => {
    const flyttes = { gjoerIDag: 'V', boerGjoere: 'H', vakter: ['dag'] } as const satisfies object
    const oppgaver = (['foreslaatt', 'droeftet', 'proeves_ut', 'innfoert', 'avvist'] as const).map((status) =>
      oppgave(status, { ...flyttes, vakter: ['dag'], status }),
    )
    const [dag] = vaktromsliste(oppgaver)
    expect(dag?.vakt).toBe('dag')
    expect(dag?.yrker.map((y) => [y.yrke, y.oppgaver.map((o) => `${o.oppgave} ${o.ny}`)])).toEqual([
      ['V', ['avvist null', 'droeftet null', 'foreslaatt null']],
      ['H', ['innfoert innfoert', 'proeves_ut proeves_ut']],
    ])
  })

  it('har vaktene i døgnets rekkefølge, en oppgave på hver av sine vakter, og dem uten vakt til slutt', () => {
    const liste = vaktromsliste([
      oppgave('uten'),
      oppgave('natt', { vakter: ['natt'] }),
      oppgave('begge', { vakter: ['natt', 'dag'] }),
    ])
    expect(liste.map((d) => [d.vakt, d.yrker.flatMap((y) => y.oppgaver.map((o) => o.id))])).toEqual([
      ['dag', ['begge']],
      ['natt', ['begge', 'natt']],
      [null, ['uten']],
    ])
    expect(liste[1]?.yrker[0]?.minutter).toBe(140)
  })

  it('har en oppgave som flere gjør, hos hver av dem med sin del av tiden og hvem den deles med', () => {
    const felles = oppgave('felles', { boerGjoere: 'H', deltMed: ['V', 'A'], vakter: ['dag'] })
    const [foer] = vaktromsliste([felles])
    expect(foer?.yrker.map((y) => [y.yrke, y.minutter])).toEqual([['V', 70]])
    const [dag] = vaktromsliste([{ ...felles, status: 'innfoert' }])
    expect(dag?.yrker.map((y) => [y.yrke, y.minutter, y.oppgaver[0]?.sammenMed, y.oppgaver[0]?.ny])).toEqual([
      ['V', 23, ['H', 'A'], null],
      ['H', 24, ['V', 'A'], 'innfoert'],
      ['A', 23, ['H', 'V'], 'innfoert'],
    ])
  })

  it('har ikke med det som er fjernet, men det som skal fjernes', () => {
    const liste = vaktromsliste([
      oppgave('skal', { endring: 'fjernes', status: 'foreslaatt' }),
      oppgave('er', { endring: 'fjernes', status: 'innfoert' }),
    ])
    expect(liste.flatMap((d) => d.yrker.flatMap((y) => y.oppgaver.map((o) => o.id)))).toEqual(['skal'])
  })

  it.each([
    ['2026-11-26', '2026-11-30'],
    ['2026-11-30', '2026-12-07'],
    ['2026-12-31', '2027-01-04'],
    ['2028-02-27', '2028-02-28'],
  ])('begynner mandagen etter: %s gir %s', (idag, mandag) => {
    expect(nesteMandag(idag)).toBe(mandag)
  })
})

describe('godkjenning', () => {
  const legemiddel = oppgave('l', { kategori: 'legemidler', boerGjoere: 'H', status: 'innfoert' })

  it('kreves for legemidler og for det som er merket rødt, bare når en annen skal gjøre det', () => {
    expect(kreverGodkjenning(legemiddel)).toBe(true)
    expect(kreverGodkjenning({ ...legemiddel, boerGjoere: 'V' })).toBe(false)
    expect(kreverGodkjenning({ ...legemiddel, boerGjoere: 'V', deltMed: ['H'] })).toBe(true)
    expect(kreverGodkjenning({ ...legemiddel, kategori: 'stell' })).toBe(false)
    expect(kreverGodkjenning({ ...legemiddel, kategori: 'stell', forsvarlighet: 'gul' })).toBe(false)
    expect(kreverGodkjenning({ ...legemiddel, kategori: 'stell', forsvarlighet: 'roed' })).toBe(true)
  })

  it('mangler til det står hva slags den er; det vises, og raden er gyldig likevel', () => {
    expect(innfoertUtenGodkjenning(legemiddel)).toBe(true)
    expect(innfoertUtenGodkjenning({ ...legemiddel, godkjenning: 'fullmakt' })).toBe(false)
    expect(innfoertUtenGodkjenning({ ...legemiddel, status: 'proeves_ut' })).toBe(false)
    const { id: _, ...rad } = legemiddel
    expect(sjekkRad('toernoppgave', rad)).toBeNull()
  })
})

describe('en lapp', () => {
  it('blir en gyldig kartlagt oppgave', () => {
    const rad = somOppgave({ tekst: ' Ta på klær ', yrke: 'A', vakt: 'kveld', minutter: 5 })
    expect(rad).toMatchObject({ oppgave: 'Ta på klær', kategori: 'stell', gjoerIDag: 'A', vakter: ['kveld'] })
    expect(sjekkRad('toernoppgave', { ...rad })).toBeNull()
  })

  it.each([
    ['Gi insulin', 'legemidler'],
    ['Skifte på sår', 'prosedyrer'],
    ['vaske hår', 'stell'],
    ['Vaske bad', 'renhold'],
    ['Smøre brødmat', 'maaltid'],
    ['Følge til frisør', 'transport'],
    ['Xyz', 'drift'],
  ])('«%s» gjettes til %s', (tekst, kategori) => {
    expect(gjettKategori(tekst)).toBe(kategori)
  })

  it('de fleste av malene gjettes riktig', () => {
    const riktige = TOERNMALER.filter((m) => gjettKategori(m.oppgave) === m.kategori)
    expect(riktige.length / TOERNMALER.length).toBeGreaterThan(0.6)
  })
})
