import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import EnhetPage from '../../src/app/enhet/EnhetPage.vue'
import { grafdata } from '../../src/app/enhet/grafdata.ts'
import { grafgeometri } from '../../src/app/felles/grafgeometri.ts'
import { grafsteder } from '../../src/app/felles/grafsteder.ts'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { visSide, type Startrad, type Visning } from './bondihagen.ts'
import { BONDIHAGEN, brudd, enhet, maaling, stillingsbilde } from './figurer.ts'
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

test('grafen har en setning som navn, og sier det samme som tabellen', async () => {
  await vis('avdelingsleder', 'bondihagen')
  const graf = page.getByRole('img', { name: /^Andel heltid steg fra 15,0 prosent/ })
  await expect.element(graf).toBeVisible()
  await page.getByText('Vis som tabell').first().click()
  await expect.element(page.getByRole('cell', { name: '1. november 2026' }).first()).toBeVisible()
  await expect.element(page.getByRole('cell', { name: '25,9' }).first()).toBeVisible()
  await expect.element(page.getByRole('cell', { name: 'Utgangen av 2030' })).toBeVisible()
  expect(await axefunn()).toEqual([])
})

test('piltastene går fra punkt til punkt, og et trykk på grafen viser tallet', async () => {
  await vis('avdelingsleder', 'bondihagen')
  const peker = page.getByRole('group', { name: 'Andel heltid, punkt for punkt' })
  await expect.element(peker).toBeVisible()
  const el = peker.element() as HTMLElement
  el.focus()
  await userEvent.keyboard('{End}')
  await expect.element(peker.getByText('Milepæl ved utgangen av 2030: 74').first()).toBeVisible()
  await userEvent.keyboard('{Home}')
  await expect.element(peker.getByText('31. desember 2023: 15,0').first()).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(peker.getByText('31. desember 2023: 15,0').first()).not.toBeInTheDocument()
  await userEvent.keyboard('{Home}')
  // Where the ring stands is where a finger finds the same figure.
  const ring = el.querySelector('.ring')!.getBoundingClientRect()
  await userEvent.keyboard('{Escape}')
  const sted = { clientX: ring.x + ring.width / 2, clientY: ring.y + ring.height / 2, bubbles: true }
  el.querySelector('canvas')!.dispatchEvent(new PointerEvent('pointerdown', { ...sted, pointerType: 'touch' }))
  await expect.element(peker.getByText('31. desember 2023: 15,0').first()).toBeVisible()
})

test('et bilde av grafen er en PNG, og filen har kilde og definisjon', async () => {
  await vis('avdelingsleder', 'bondihagen')
  const filer: { navn: string; innhold: Blob }[] = []
  const lag = URL.createObjectURL
  URL.createObjectURL = (b: Blob) => {
    filer.push({ navn: '', innhold: b })
    return lag(b)
  }
  const klikk = (e: MouseEvent) => {
    const lenke = e.target as HTMLAnchorElement
    if (lenke.download) {
      e.preventDefault()
      filer.at(-1)!.navn = lenke.download
    }
  }
  document.addEventListener('click', klikk)
  try {
    await page.getByText('Vis som tabell').first().click()
    await page.getByRole('button', { name: 'Lagre bilde' }).first().click()
    await expect.poll(() => filer.length).toBe(1)
    const png = await createImageBitmap(filer[0]!.innhold)
    expect(filer[0]!.navn).toBe('andel-heltid-bondihagen-bofellesskap.png')
    expect(png.width).toBeGreaterThan(600)
    const lerret = new OffscreenCanvas(png.width, png.height)
    const penn = lerret.getContext('2d')!
    penn.drawImage(png, 0, 0)
    const { data } = penn.getImageData(0, 0, png.width, png.height)
    let fjord = 0
    for (let i = 0; i < data.length; i += 4) if (data[i]! < 40 && data[i + 1]! > 60 && data[i + 1]! < 110) fjord++
    // The line itself is in the picture, in the light theme's colour.
    expect(fjord).toBeGreaterThan(200)
    await page.getByRole('button', { name: 'Last ned CSV' }).first().click()
    await expect.poll(() => filer.length).toBe(2)
    const csv = await filer[1]!.innhold.text()
    expect(csv).toContain('Andel heltid, Bondihagen bofellesskap')
    expect(csv).toContain('Kilde for definisjonen: Mandat for heltidskultur')
    expect(csv).toContain('1. november 2026;25,93;38,36;')
  } finally {
    document.removeEventListener('click', klikk)
    URL.createObjectURL = lag
  }
})

test('et brudd deler linjen, står i tabellen, og framskrivingen går ikke over det', async () => {
  await vis('avdelingsleder', 'bondihagen', [
    ...BONDIHAGEN,
    brudd('bondihagen', '2026-06-01', 'Slått sammen med nabohuset'),
  ])
  const graf = page.getByRole('img', { name: /Brudd i serien 1\. juni 2026: Slått sammen/ }).first()
  await expect.element(graf).toBeVisible()
  const peker = page.getByRole('group', { name: 'Andel heltid, punkt for punkt' })
  ;(peker.element() as HTMLElement).focus()
  const naa = () => peker.element().querySelector('[aria-live]')!.textContent
  // The chart is fetched after the page stands; until then the keys have nowhere to go.
  const trykkHome = async () => {
    await userEvent.keyboard('{Home}')
    return naa()
  }
  await expect.poll(trykkHome).not.toBe('')
  const sagt: string[] = []
  for (let forrige = ''; forrige !== sagt.at(-1); await userEvent.keyboard('{ArrowRight}')) {
    forrige = sagt.at(-1) ?? ''
    sagt.push(naa())
  }
  expect(sagt.filter((t) => t.startsWith('Brudd 1. juni 2026'))).toHaveLength(1)
  // Only two measurements since.
  expect(sagt.filter((t) => t.startsWith('Framskriving'))).toEqual([])
  await expect.element(page.getByText(/Måltallene ble vedtatt før bruddet/).first()).toBeVisible()
  await expect.element(page.getByRole('listitem').filter({ hasText: 'Slått sammen med nabohuset' })).toBeVisible()
  expect(await axefunn()).toEqual([])
})

test('avdelingslederen merker et brudd, og angrer det', async () => {
  await vis('avdelingsleder', 'bondihagen')
  await page.getByRole('button', { name: 'Merk et brudd' }).click()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect.element(page.getByText('Skriv grunn.')).toBeVisible()
  await page.getByLabelText('Grunn').fill('Slått sammen')
  await page.getByLabelText('Dato', { exact: true }).fill('2026-10-01')
  expect(await axefunn()).toEqual([])
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect.element(page.getByText('1. oktober 2026, omorganisering', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect.element(page.getByText('1. oktober 2026, omorganisering', { exact: true })).not.toBeInTheDocument()
})

test('fordelingen av stillinger står før og nå, etter kjønn og etter yrke', async () => {
  const foer = stillingsbilde('bondihagen', '2025-09-01', [[50, 40, 'A', 'kvinne']])
  const naa = stillingsbilde('bondihagen', '2026-11-01', [
    [100, 10, 'V', 'kvinne'],
    [80, 4, 'H', 'mann'],
    [75, 6, 'H', 'kvinne'],
    [30, 20, 'A', 'kvinne'],
  ])
  await vis('avdelingsleder', 'bondihagen', [...BONDIHAGEN, foer, naa])
  const graf = page.getByRole('img', { name: /^Fordeling av stillingsstørrelser/ })
  await expect.element(graf).toBeVisible()
  expect(graf.element().getAttribute('aria-label')!.replaceAll('\u00a0', ' ')).toContain(
    '40–60 %: 0 ansatte (0 %) nå, 40 ansatte (100 %) før. 60–80 %: 6 ansatte (15 %) nå',
  )
  const rad = (navn: string) => page.getByRole('row', { name: navn }).element().textContent.replaceAll('\u00a0', ' ')
  expect(rad('Kvinner')).toContain('27,8 %')
  expect(rad('Helsefagarbeider')).toContain('40,0 %')
  expect(await axefunn()).toEqual([])
})

test('vikarbruk viser timene etter slag, og hvor mange årsverk det er', async () => {
  const deler = { ekstravakt: 100, overtid: 20, tilkalling: 0, byraa: 19 }
  await vis('avdelingsleder', 'bondihagen', [
    ...BONDIHAGEN,
    maaling('bondihagen', 'vikarbruk', '2026-11-01', 139, { deler, kilde: 'GAT' }),
  ])
  await expect.element(page.getByText(/1,0\sårsverk/)).toBeVisible()
  await expect
    .element(
      page.getByRole('img', { name: 'Timer etter slag: ekstravakt 100, overtid 20, tilkalling 0, vikarbyrå 19' }),
    )
    .toBeVisible()
  await page.getByLabelText('Timer i et årsverk').selectOptions('1 900 timer'.replace(' ', '\u00a0'))
  await expect.element(page.getByText(/0,9\sårsverk/)).toBeVisible()
  expect(await axefunn()).toEqual([])
})

test('ufrivillig deltid står aldri uten svarprosenten', async () => {
  await vis('avdelingsleder', 'bondihagen', [
    ...BONDIHAGEN,
    maaling('bondihagen', 'ufrivilligDeltid', '2026-11-01', [11, 30], { spurt: 40, kilde: 'Undersøkelse' }),
  ])
  await expect.element(page.getByText(/30 av 40 svarte \(75\s%\)/).first()).toBeVisible()
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
  const maalt = (dato: string, verdi: number, del: number) => ({
    dato,
    verdi,
    slag: 'maaling' as const,
    del,
    eksempel: false,
  })
  const tall = {
    indikator: 'andelHeltid' as const,
    maaltall: null,
    brudd: [],
    punkter: [maalt('2025-01-01', 20, 0), maalt('2025-07-01', 25, 0), maalt('2026-07-01', 40, 1)],
  }

  test('linjen deles der serien er brutt', () => {
    const brudd = {
      enhet: 'bondihagen',
      indikator: null,
      dato: '2026-01-01',
      slag: 'definisjon' as const,
      grunn: 'Nye regler',
      under: false,
      registrertAv: '',
      eksempel: false,
    }
    const tegnes = grafdata({ ...tall, brudd: [brudd, { ...brudd, dato: '2020-01-01' }] })!
    expect(tegnes.maalt.map((del) => del.map((p) => p.y))).toEqual([[20, 25], [40]])
    // One before everything there is to see is not drawn.
    expect(tegnes.brudd).toHaveLength(1)
  })
  test('uten punkter og uten sti er det ingenting å tegne', () => {
    expect(grafdata({ ...tall, punkter: [] })).toBeNull()
  })
})

describe('stedene i grafen', () => {
  test('sier «eksempel» om hvert eksempelpunkt', () => {
    const tall = {
      indikator: 'andelHeltid' as const,
      maaltall: null,
      brudd: [],
      punkter: [{ dato: '2026-11-01', verdi: 25.926, slag: 'maaling' as const, del: 0, eksempel: true }],
    }
    const graf = grafgeometri(tall, { bredde: 300, hoeyde: 200, idag: '2026-11-21' })!
    expect(grafsteder(tall, graf)[0]?.tekst.replaceAll('\u00a0', ' ')).toBe('1. november 2026: 25,9 % (eksempel)')
  })
})
