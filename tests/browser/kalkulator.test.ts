import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import KalkulatorPage from '../../src/app/kalkulator/KalkulatorPage.vue'
import { visSide, type Startrad } from './bondihagen.ts'
import { axefunn } from './ui/verden.ts'

/** The day is 21 November 2026. Thirty årsverk in sixty positions of half a week. */
const STILLINGER: Startrad = {
  type: 'stillingsbilde',
  post: {
    id: 'b1',
    rom: 'unit:bondihagen',
    enhet: 'bondihagen',
    dato: '2026-11-01',
    kilde: 'HRM (eksempel)',
    merknad: '',
    registrertAv: 'avdelingsleder',
    stillinger: [{ prosent: 50, antall: 60, yrke: 'H', kjoenn: '' }],
    eksempel: true,
  },
}

let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (rader: Startrad[] = [STILLINGER], bruker?: string) =>
  (aapen = await visSide({
    rolle: 'avdelingsleder',
    sti: '/kalkulator?enhet=bondihagen',
    sider: { '/kalkulator': KalkulatorPage, '/maalinger/importer': KalkulatorPage },
    rader,
    ...(bruker === undefined ? {} : { bruker }),
  }))
beforeEach(() => page.viewport(820, 1180))
afterEach(() => {
  aapen?.lukk()
  aapen = undefined
  document.documentElement.dataset.colorScheme = 'light'
})

const felt = (navn: string) => page.getByRole('textbox', { name: navn, exact: true })
const spak = (navn: string) => page.getByRole('slider', { name: navn, exact: true })
const kort = (over: 'I dag' | 'Med grepene') =>
  page
    .getByRole('region')
    .filter({ has: page.getByText(over, { exact: true }) })
    .filter({ has: page.getByRole('img') })
const bilde = (side: 'I dag' | 'Med grepene') => kort(side).getByRole('img')

describe('Heltidskalkulator', () => {
  test('begynner med stillingene som er talt, og like mange på jobb alle dager', async () => {
    await vis()
    await expect.element(felt('Årsverk')).toHaveValue('30')
    await expect.element(felt('Helgetimer')).toHaveValue('304')
    await expect.element(page.getByText(/^Stillingene ble talt 1\. november 2026: 60\sansatte/)).toBeVisible()
  })

  test('30 årsverk og 300 helgetimer: 60 ansatte og 50 % i dag; 36 og 83,3 % med langvakt alle helger', async () => {
    await vis()
    await felt('Helgetimer').fill('300')
    await expect.element(bilde('I dag')).toHaveAccessibleName(/^60\sansatte dekker helgene med 50\s% stilling i snitt$/)
    ;(spak('Helger med langvakt').element() as HTMLElement).focus()
    await userEvent.keyboard('{End}')
    await expect
      .element(bilde('Med grepene'))
      .toHaveAccessibleName(/^36\sansatte dekker helgene med 83,3\s% stilling i snitt$/)
    // Every second weekend as well: all can have full positions.
    ;(spak('Helgefrekvens').element() as HTMLElement).focus()
    await userEvent.keyboard('{Home}')
    await expect
      .element(bilde('Med grepene'))
      .toHaveAccessibleName(/^24\sansatte dekker helgene med 100\s% stilling i snitt$/)
    // Each lever by itself stands beside, in the order they always have.
    const rader = page.getByRole('rowheader').elements()
    expect(rader.map((r) => r.textContent?.trim().split(/\s{2,}|\s(?=ikke|12,5|hver)/)[0])).toEqual([
      'I dag',
      'Grunnbemanning',
      'Oppgavedeling',
      'Langvakt',
      'Helgefrekvens',
      'Årsplan',
      'Alle sammen',
    ])
    await page.getByRole('button', { name: 'Som i dag' }).click()
    await expect
      .element(bilde('Med grepene'))
      .toHaveAccessibleName(/^60\sansatte dekker helgene med 50\s% stilling i snitt$/)
  })

  test('det som ikke er et tall, får en setning; svaret blir stående, og ingenting blir borte', async () => {
    await vis()
    await felt('Helgetimer').fill('300')
    await felt('Årsverk').fill('tretti')
    await userEvent.tab()
    await expect.element(felt('Årsverk')).toHaveAttribute('aria-invalid', 'true')
    await expect.element(felt('Årsverk')).toHaveValue('tretti')
    await expect.element(page.getByText('Et felt må rettes. Svaret under er fra før det ble endret.')).toBeVisible()
    await expect.element(bilde('I dag')).toHaveAccessibleName(/^60\sansatte/)
    expect(await axefunn()).toEqual([])
  })

  test('det som er skrevet, står der når siden åpnes igjen', async () => {
    const { bruker } = await vis()
    await felt('Helgetimer').fill('288')
    await page.getByText('Vakter, frekvens og timer i uken').click()
    await page.getByRole('combobox', { name: 'Hvor ofte helg i dag' }).selectOptions('Hver 2. helg')
    await expect.element(spak('Helgefrekvens')).toHaveValue('2')
    ;(spak('Helgefrekvens').element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    const { device } = aapen!
    const skrevet = { helgetimer: '288', frekvensIDag: '2', frekvens: '3' }
    await expect.poll(() => device.hentKladd('kalkulator/bondihagen')).toMatchObject(skrevet)
    aapen!.lukk()
    await vis([STILLINGER], bruker.id)
    await expect.element(felt('Helgetimer')).toHaveValue('288')
    await expect.element(spak('Helgefrekvens')).toHaveValue('3')
  })

  test('uten stillinger skriver man selv, og blir vist hvor de importeres', async () => {
    await vis([])
    await expect.element(page.getByRole('link', { name: 'importer stillingene' })).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Skriv årsverk og helgetimer' })).toBeVisible()
    await felt('Årsverk').fill('30')
    await felt('Helgetimer').fill('300')
    await expect.element(bilde('I dag')).toHaveAccessibleName(/^60\sansatte/)
  })

  test('hvert tall forklarer seg, med kilden', async () => {
    await vis()
    await kort('I dag')
      .getByRole('button', { name: /Ansatte som dekker helgene/ })
      .click()
    await expect.element(page.getByText(/300 ÷ 15 × 3 = 60/)).toBeVisible()
  })

  test('axe finner ingenting, lyst og mørkt, på bred skjerm og telefon', async () => {
    for (const [b, h] of [
      [1280, 900],
      [390, 844],
      [320, 640],
    ] as const)
      for (const utseende of ['light', 'dark'] as const) {
        await page.viewport(b, h)
        document.documentElement.dataset.colorScheme = utseende
        await vis()
        await expect.element(spak('Helgefrekvens')).toBeVisible()
        expect(await axefunn()).toEqual([])
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(b)
        // A figure that must be scrolled to is not seen; on the narrowest the table has a box of its own.
        const tabell = page.getByRole('region', { name: 'Grepene i tabell' }).element()
        if (b >= 390) expect(tabell.scrollWidth).toBe(tabell.clientWidth)
        aapen!.lukk()
      }
    aapen = undefined
  })
})
