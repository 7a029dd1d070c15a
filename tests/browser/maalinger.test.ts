import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import MaalingerPage from '../../src/app/maalinger/MaalingerPage.vue'
import RegistrerMaalingPage from '../../src/app/maalinger/RegistrerMaalingPage.vue'
import OversiktPage from '../../src/app/oversikt/OversiktPage.vue'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { visSide, type Visning } from './bondihagen.ts'
import { BONDIHAGEN, enhet } from './figurer.ts'
import { axefunn } from './ui/verden.ts'

const sider = { '/': OversiktPage, '/maalinger': MaalingerPage, '/maalinger/ny': RegistrerMaalingPage }
let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (sti: string, mer: Partial<Visning> & { rolle?: Rolle } = {}) =>
  (aapen = await visSide({ rolle: 'avdelingsleder', sti, sider, rader: BONDIHAGEN, ...mer }))
afterEach(() => {
  aapen?.lukk()
  aapen = undefined
})
const felt = (navn: string) => page.getByLabelText(navn, { exact: true })
const lagre = page.getByRole('button', { name: 'Lagre måling' })
const maalinger = () =>
  new Promise<number>((ja) => {
    const slutt = aapen!.device.rows('maaling').subscribe((r) => {
      ja(r.length)
      queueMicrotask(() => slutt())
    })
  })

describe('registrer måling', () => {
  test('fra Oversikt til lagret med fire trykk ved siden av skrivingen', async () => {
    const { router } = await vis('/')
    await page.getByRole('button', { name: 'Registrer måling' }).click()
    await felt('Teller').fill('16')
    await felt('Nevner').fill('54')
    await expect.element(page.getByText('16 av 54 = 29,6')).toBeVisible()
    expect(await axefunn()).toEqual([])
    await lagre.click()
    await expect.element(page.getByText('Målingen er lagret på nettbrettet.')).toBeVisible()
    await expect.poll(() => router.currentRoute.value.path).not.toBe('/maalinger/ny')
    await expect.element(page.getByText('21. november 2026 · 16 av 54')).toBeVisible()
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.element(page.getByText('21. november 2026 · 16 av 54')).not.toBeInTheDocument()
  })

  test('feltene har navnene sine, hvert sitt', async () => {
    await vis('/maalinger/ny')
    await expect.element(felt('Teller')).toBeVisible()
    for (const navn of ['Indikator', 'Enhet', 'Dato', 'Teller', 'Nevner'])
      expect(page.getByLabelText(navn, { exact: true }).elements(), navn).toHaveLength(1)
    await expect.element(felt('Dato')).toHaveValue('2026-11-21')
    await expect.element(felt('Enhet')).toHaveValue('bondihagen')
  })

  test.each([
    ['56', '54', '2026-11-21', 'Telleren kan ikke være større enn nevneren (54).'],
    ['14', '54', '2026-11-22', 'Datoen er fram i tid. Velg i dag eller en tidligere dag.'],
    ['😀', '54', '2026-11-21', 'Skriv et tall med sifre, for eksempel 54 eller 30,5.'],
    ['<script>', '54', '2026-11-21', 'Skriv et tall med sifre, for eksempel 54 eller 30,5.'],
    ['14,5', '54', '2026-11-21', 'Ansatte telles i hele tall.'],
    ['14', '0', '2026-11-21', 'Telleren kan ikke'],
  ])(
    '%s av %s den %s får en setning ved feltet, og det som er skrevet, står',
    async (teller, nevner, dato, setning) => {
      await vis('/maalinger/ny')
      const foer = await maalinger()
      await felt('Teller').fill(teller)
      await felt('Nevner').fill(nevner)
      await felt('Dato').fill(dato)
      await lagre.click()
      if (nevner === '0') await expect.element(page.getByText('Nevneren må være større enn 0.')).toBeVisible()
      else await expect.element(page.getByText(setning)).toBeVisible()
      await expect.element(felt('Teller')).toHaveValue(teller)
      expect(await maalinger()).toBe(foer)
      expect(await axefunn()).toEqual([])
    },
  )

  test('to celler fra Excel fyller begge feltene', async () => {
    await vis('/maalinger/ny')
    await felt('Indikator').selectOptions('Gjennomsnittlig stilling')
    const data = new DataTransfer()
    data.setData('text/plain', '30,4\t54\r\n')
    felt('Teller')
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await expect.element(felt('Teller')).toHaveValue('30,4')
    await expect.element(felt('Nevner')).toHaveValue('54')
    await expect.element(page.getByText('30,4 av 54 = 56,3')).toBeVisible()
  })

  test('et stort hopp blir spurt om, men stopper ingen', async () => {
    await vis('/maalinger/ny')
    await felt('Teller').fill('41')
    await felt('Nevner').fill('54')
    await expect.element(page.getByText(/Stemmer tallene\?/)).toBeVisible()
    await lagre.click()
    await expect.element(page.getByText('Målingen er lagret på nettbrettet.')).toBeVisible()
  })

  test('en går rett videre til den andre indikatoren, med samme dag og nevner', async () => {
    await vis('/maalinger/ny')
    await felt('Teller').fill('16')
    await felt('Nevner').fill('53')
    await felt('Dato').fill('2026-11-20')
    await page.getByRole('button', { name: 'Lagre og ta gjennomsnittlig stilling' }).click()
    await expect.element(felt('Indikator')).toHaveValue('gjennomsnittligStilling')
    await expect.element(felt('Nevner')).toHaveValue('53')
    await expect.element(felt('Dato')).toHaveValue('2026-11-20')
    await expect.element(felt('Teller')).toHaveValue('')
    await expect.element(felt('Teller')).toHaveFocus()
  })

  test('en halvferdig måling står der når siden lastes på nytt', async () => {
    const { bruker, device, lukk } = await vis('/maalinger/ny')
    await felt('Teller').fill('16')
    await expect.poll(() => device.hentKladd('maaling-ny-bondihagen-andelHeltid')).toMatchObject({ teller: '16' })
    lukk()
    await vis('/maalinger/ny', { bruker: bruker.id })
    await expect.element(felt('Teller')).toHaveValue('16')
  })

  test('prosjektlederen registrerer Askers publiserte prosent uten antall', async () => {
    const rader = [...BONDIHAGEN, enhet('asker', 'Asker kommune', { nivaa: 'kommune' })]
    await vis('/maalinger/ny?enhet=asker', { rolle: 'prosjektleder', enheter: [], rader })
    await felt('Verdi').fill('79,05 %')
    await lagre.click()
    await expect.element(page.getByText('Målingen er lagret på nettbrettet.')).toBeVisible()
  })
})

describe('listen over målinger', () => {
  test('viser enhetens målinger, og åpnet sier den hvem, hvorfra og hvordan det telles', async () => {
    await vis('/maalinger')
    await page.getByText('1. november 2026 · 14 av 54').click()
    await expect.element(page.getByText('Registrert av avdelingsleder · kilde: HRM').first()).toBeVisible()
    await expect.element(page.getByText(/Ansatte med 80–100 % stilling delt på alle ansatte/).first()).toBeVisible()
    expect(await axefunn()).toEqual([])
  })

  test('en måling kan rettes, og bare det som er endret, skrives', async () => {
    await vis('/maalinger')
    await page.getByText('1. november 2026 · 14 av 54').click()
    await page.getByRole('button', { name: 'Rett målingen' }).first().click()
    await expect.element(felt('Teller')).toHaveValue('14')
    await felt('Teller').fill('15')
    await lagre.click()
    await expect.element(page.getByText('Målingen er rettet.')).toBeVisible()
    await expect.element(page.getByText('1. november 2026 · 15 av 54')).toBeVisible()
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.element(page.getByText('1. november 2026 · 14 av 54')).toBeVisible()
  })

  test('en slettet måling kan hentes tilbake', async () => {
    await vis('/maalinger')
    await page.getByText('1. november 2026 · 14 av 54').click()
    await page.getByRole('button', { name: 'Slett' }).first().click()
    await expect.element(page.getByText('Målingen er slettet.')).toBeVisible()
    await expect.element(page.getByText('1. november 2026 · 14 av 54')).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.element(page.getByText('1. november 2026 · 14 av 54')).toBeVisible()
  })

  test('uten målinger står det hva en kan begynne med', async () => {
    await vis('/maalinger', { rader: [] })
    await expect.element(page.getByRole('heading', { name: 'Ingen målinger ennå' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Registrer den første' })).toBeVisible()
  })
})
