import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import EnhetPage from '../../src/app/enhet/EnhetPage.vue'
import { grafdata } from '../../src/app/enhet/grafdata.ts'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { visSide, type Startrad, type Visning } from './bondihagen.ts'
import { BONDIHAGEN, enhet, maaling } from './figurer.ts'
import { axefunn } from './ui/verden.ts'

let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (rolle: Rolle, id: string, rader: Startrad[] = BONDIHAGEN, mer: Partial<Visning> = {}) =>
  (aapen = await visSide({ rolle, sti: `/enhet/${id}`, sider: { '/enhet/:id': EnhetPage }, rader, ...mer }))
afterEach(() => {
  aapen?.lukk()
  aapen = undefined
  document.documentElement.dataset.colorScheme = 'light'
})
const hovedtekst = () => document.querySelector('main')!.innerText.replaceAll('\u00a0', ' ')
const piksler = (lerret: HTMLCanvasElement): number => {
  const { data } = lerret.getContext('2d')!.getImageData(0, 0, lerret.width, lerret.height)
  let fylt = 0
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) fylt++
  return fylt
}

test('grafen tegnes, har en setning som navn, og sier det samme som tabellen', async () => {
  await vis('avdelingsleder', 'bondihagen')
  const graf = page.getByRole('img', { name: /^Andel heltid steg fra 15,0 prosent/ })
  await expect.element(graf).toBeVisible()
  await expect.poll(() => piksler(graf.element() as HTMLCanvasElement)).toBeGreaterThan(500)
  await page.getByText('Vis som tabell').first().click()
  await expect.element(page.getByRole('cell', { name: '1. november 2026' }).first()).toBeVisible()
  await expect.element(page.getByRole('cell', { name: '25,9' }).first()).toBeVisible()
  await expect.element(page.getByRole('cell', { name: '2030' })).toBeVisible()
  expect(await axefunn()).toEqual([])
})

test('grafen får nye farger når det blir mørkt', async () => {
  await vis('avdelingsleder', 'bondihagen')
  const graf = page.getByRole('img', { name: /^Andel heltid/ })
  const lerret = () => graf.element() as HTMLCanvasElement
  await expect.poll(() => piksler(lerret())).toBeGreaterThan(500)
  const lyst = lerret().toDataURL()
  document.documentElement.dataset.colorScheme = 'dark'
  await expect.poll(() => lerret().toDataURL() === lyst).toBe(false)
  expect(await axefunn()).toEqual([])
})

test('hvor langt fra målstien det er, står med to desimaler', async () => {
  await vis('avdelingsleder', 'bondihagen')
  await expect.element(page.getByText(/12,43\sprosentpoeng under målstien/)).toBeVisible()
})

test('et større hele regnes sammen av enhetene, og sier hvem som mangler', async () => {
  const rader: Startrad[] = [
    enhet('velferd', 'Velferd', { nivaa: 'tjenesteomraade' }),
    enhet('bondihagen', 'Bondihagen bofellesskap', { overordnet: 'velferd' }),
    enhet('hurum', 'Hurum hjemmetjeneste', { overordnet: 'velferd' }),
    enhet('braaset', 'Bråset', { overordnet: 'velferd' }),
    maaling('bondihagen', 'andelHeltid', '2026-11-01', [10, 50]),
    maaling('hurum', 'andelHeltid', '2026-11-10', [80, 100]),
  ]
  await vis('prosjektleder', 'velferd', rader, { enheter: [] })
  await expect
    .element(page.getByText(/Regnet sammen av 2 enheter, målt 1\.–10\. november 2026\. 1 enhet mangler/))
    .toBeVisible()
  // 90 of 150; the average of 20 % and 80 % would be 50 %.
  expect(hovedtekst()).toContain('60,0 %')
  expect(hovedtekst()).toContain('En person med stilling i to enheter telles i begge')
  await expect.element(page.getByRole('link', { name: /Hurum hjemmetjeneste/ })).toHaveAttribute('href', '/enhet/hurum')
  expect(await axefunn()).toEqual([])
})

test('KS’ serier står for seg, og sier hvorfor de ikke kan sammenlignes', async () => {
  const project = { rom: 'project' }
  const rader: Startrad[] = [
    enhet('asker', 'Asker kommune', { nivaa: 'kommune' }),
    maaling('asker', 'andelHeltid', '2024-04-30', 77.19, { ...project, merknad: 'Kilden sier april 2024.' }),
    maaling('asker', 'andelHeltidKs', '2022-12-01', 61.9, project),
    maaling('asker', 'andelHeltidKs', '2023-12-01', 63.9, project),
  ]
  await vis('leser', 'asker', rader, { enheter: [] })
  await expect.element(page.getByRole('heading', { name: 'KS’ egne serier' })).toBeVisible()
  await expect.element(page.getByText(/Tallene kan ikke sammenlignes med Askers egne/)).toBeVisible()
  expect(hovedtekst()).toContain('63,9 %')
  await page.getByText('Kilde og definisjon').first().click()
  await expect.element(page.getByText('Kilden sier april 2024.').first()).toBeVisible()
  expect(page.getByRole('button', { name: 'Registrer måling' }).elements()).toHaveLength(0)
  expect(await axefunn()).toEqual([])
})

test('leseren får vite at enhetens tall er dens egne', async () => {
  await vis('leser', 'bondihagen', [], { enheter: [] })
  await expect.element(page.getByText('Tallene er bare for enheten selv')).toBeVisible()
})

test('en enhet som ikke finnes, sier det', async () => {
  await vis('avdelingsleder', 'finnes-ikke')
  await expect.element(page.getByText('Enheten finnes ikke')).toBeVisible()
})

describe('det grafen tegner', () => {
  test('sier «eksempel» om hvert eksempelpunkt', () => {
    const d = grafdata({
      indikator: 'andelHeltid',
      maaltall: null,
      punkter: [{ dato: '2026-11-01', verdi: 25.926, slag: 'maaling', del: 0, eksempel: true }],
    })
    expect(d.maalt[0]?.tekst.replaceAll('\u00a0', ' ')).toBe('1. november 2026: 25,9 % (eksempel)')
  })
})
