import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import OversiktPage from '../../src/app/oversikt/OversiktPage.vue'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { visSide, type Startrad, type Visning } from './bondihagen.ts'
import { aktivitet, BONDIHAGEN, enhet, maaling, maaltall } from './figurer.ts'
import { axefunn } from './ui/verden.ts'

let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (rolle: Rolle, rader: Startrad[] = BONDIHAGEN, mer: Partial<Visning> = {}) =>
  (aapen = await visSide({ rolle, sti: '/', sider: { '/': OversiktPage }, rader, ...mer }))
afterEach(async () => {
  aapen?.lukk()
  aapen = undefined
  await page.viewport(820, 1180)
})
const tekst = (t: string | RegExp) => page.getByText(t)
const hovedtekst = () => document.querySelector('main')!.innerText.replaceAll('\u00a0', ' ')

const ASKER: Startrad[] = [
  enhet('asker', 'Asker kommune', { kortnavn: 'Asker', nivaa: 'kommune' }),
  maaltall(
    'asker',
    'andelHeltid',
    [2020, 74],
    [
      [2024, 78],
      [2026, 83],
      [2030, 90],
    ],
  ),
  maaling('asker', 'andelHeltid', '2024-04-30', 77.19, { rom: 'project', kilde: 'PSU-sak 7/24, HRM' }),
]

describe('avdelingslederens enhet', () => {
  test('viser tallet, statusen og avstanden i mennesker', async () => {
    await vis('avdelingsleder')
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Bondihagen bofellesskap')
    await expect.element(tekst('8 ansatte')).toBeVisible()
    expect(hovedtekst()).toContain('8 ansatte til fra deltid til heltid for å nå 40 % i 2026')
    expect(hovedtekst()).toContain('25,9 %')
    expect(hovedtekst()).toContain('14 av 54 ansatte · 80–100 % stilling · HRM')
    expect(hovedtekst()).toContain('4 færre stillinger med samme 30 årsverk gir 60 % i 2026')
    await expect.element(tekst('Sist målt 1. november 2026')).toBeVisible()
    expect(await axefunn()).toEqual([])
  })

  test('grafen er et bilde med en setning som navn', async () => {
    await vis('avdelingsleder')
    const graf = page.getByRole('img', {
      name: /^Andel heltid steg fra 15,0 prosent 31. desember 2023 til 25,9 prosent/,
    })
    await expect.element(graf).toBeVisible()
  })

  test('det som er over fristen, står først, og målingen for kvartalet når den mangler', async () => {
    const uten = BONDIHAGEN.filter((r) => r.type !== 'maaling')
    await vis('avdelingsleder', [
      ...uten,
      maaling('bondihagen', 'andelHeltid', '2026-06-01', [13, 54]),
      aktivitet('senere', 'Lage årsturnus', { frist: '2027-02-01' }),
      aktivitet('sent', 'Spørre deltidsansatte', { frist: '2026-11-15' }),
    ])
    await expect.element(tekst('Registrere måling for 4. kvartal')).toBeVisible()
    const linjer = [...document.querySelectorAll('main ul b')].map((b) => b.textContent)
    expect(linjer).toEqual(['Spørre deltidsansatte', 'Registrere måling for 4. kvartal', 'Lage årsturnus'])
    expect(await axefunn()).toEqual([])
  })

  test('med to enheter velger en hvilken, og valget står i adressen', async () => {
    const { router } = await vis('avdelingsleder', BONDIHAGEN, { enheter: ['bondihagen', 'hurum'] })
    await page.getByRole('group', { name: 'Enhet' }).getByRole('button', { name: 'Hurum' }).click()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Hurum hjemmetjeneste')
    await expect.element(tekst('Ikke målt ennå').first()).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({ enhet: 'hurum' })
  })

  test('etter 13 måneder mangler målingen, men tallet og statusen den hadde, står', async () => {
    await vis('avdelingsleder', [
      ...BONDIHAGEN.filter((r) => r.type === 'maaltall'),
      maaling('bondihagen', 'andelHeltid', '2025-09-01', [14, 54]),
    ])
    await expect.element(tekst('Mangler måling').first()).toBeVisible()
    await expect.element(tekst('Sist målt 1. september 2025, da i rute.')).toBeVisible()
    expect(hovedtekst()).toContain('25,9 %')
  })

  test('på en telefon på 320 piksler ligger alt innenfor skjermen', async () => {
    await page.viewport(320, 700)
    await vis('avdelingsleder', [...BONDIHAGEN, aktivitet('sent', 'Spørre deltidsansatte', { frist: '2026-11-15' })])
    await expect.element(tekst('8 ansatte')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBe(320)
    expect(await axefunn()).toEqual([])
  })
})

describe('prosjektlederens rader', () => {
  const RADER = [
    ...ASKER,
    ...BONDIHAGEN,
    maaling('hurum', 'andelHeltid', '2026-06-01', [60, 100]),
    aktivitet('a', 'Ferdig', { status: 'ferdig', ferdigDato: '2026-11-10' }),
    aktivitet('b', 'I gang', { status: 'i_gang' }),
  ]
  const navn = () => [...document.querySelectorAll('main a[href^="/enhet/"]')].map((a) => a.textContent)

  test('den som har vært taus lengst, står øverst, med hvor lenge', async () => {
    await page.viewport(1280, 800)
    await vis('prosjektleder', RADER, { enheter: [] })
    await expect
      .element(page.getByRole('columnheader', { name: 'Sist meldt' }))
      .toHaveAttribute('aria-sort', 'ascending')
    expect(navn().slice(-2)).toEqual(['Hurum hjemmetjeneste', 'Bondihagen bofellesskap'])
    await expect.element(tekst('24 uker siden')).toBeVisible()
    await expect.element(tekst('1 av 2')).toBeVisible()
    expect(await axefunn()).toEqual([])
  })

  test('kan sorteres etter navn', async () => {
    await page.viewport(1280, 800)
    await vis('prosjektleder', RADER, { enheter: [] })
    await page.getByLabelText('Sortert etter').selectOptions('Navn')
    await expect.poll(() => navn().slice(-2)).toEqual(['Bondihagen bofellesskap', 'Hurum hjemmetjeneste'])
  })

  test('Askers publiserte tall står over, med måneden de er fra', async () => {
    await vis('prosjektleder', RADER, { enheter: [] })
    await expect.element(page.getByRole('heading', { name: 'Asker totalt' })).toBeVisible()
    await expect.element(tekst('april 2024').first()).toBeVisible()
    expect(hovedtekst()).toContain('Sist målt 30. april 2024, da i rute.')
    expect(hovedtekst()).toContain('5,8 prosentpoeng til 83 % i 2026')
  })

  test('på en telefon er radene kort', async () => {
    await page.viewport(390, 844)
    await vis('prosjektleder', RADER, { enheter: [] })
    await expect.element(page.getByRole('link', { name: 'Hurum hjemmetjeneste' })).toBeVisible()
    expect(page.getByRole('table').elements()).toHaveLength(0)
    expect(document.documentElement.scrollWidth).toBe(390)
    expect(await axefunn()).toEqual([])
  })
})

describe('de andre rollene', () => {
  test('den tillitsvalgte ser hva som venter, og enhetens tall', async () => {
    await vis('tillitsvalgt', [...BONDIHAGEN, aktivitet('langvakt', 'Prøve langvakt', { status: 'i_gang' })])
    await expect.element(page.getByRole('heading', { name: 'Venter på ditt syn' })).toBeVisible()
    await expect
      .element(page.getByRole('link', { name: /Prøve langvakt/ }))
      .toHaveAttribute('href', '/aktiviteter/langvakt')
    await expect.element(tekst('8 ansatte')).toBeVisible()
    expect(page.getByRole('button', { name: 'Registrer måling' }).elements()).toHaveLength(0)
    expect(await axefunn()).toEqual([])
  })

  test('leseren ser de publiserte tallene og veien til årshjulet', async () => {
    await vis('leser', ASKER, { enheter: [] })
    await expect.element(page.getByRole('heading', { name: 'Asker totalt' })).toBeVisible()
    await expect.element(page.getByRole('link', { name: /Årshjulet/ })).toHaveAttribute('href', '/aarshjul')
    expect(await axefunn()).toEqual([])
  })

  test('den som ikke har fått en enhet, får vite hva som skjer nå', async () => {
    await vis('avdelingsleder', [], { enheter: [] })
    await expect.element(tekst('Du har ikke fått en enhet ennå')).toBeVisible()
  })
})
