import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import Flytbilde from '../../src/app/toern/Flytbilde.vue'
import ToernPage from '../../src/app/toern/ToernPage.vue'
import ToernoppgavePage from '../../src/app/toern/ToernoppgavePage.vue'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { flyter } from '../../src/domain/toernflyt.ts'
import { TOERNBILDE } from '../support/toernbilde.ts'
import { visSide, type Startrad, type Visning } from './bondihagen.ts'
import { axefunn } from './ui/verden.ts'

const RADER = TOERNBILDE.map((post): Startrad => ({ type: 'toernoppgave', post }))
const sider = { '/toern': ToernPage, '/toern/:id': ToernoppgavePage }

let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (rolle: Rolle = 'avdelingsleder', sti = '/toern', mer: Partial<Visning> = {}) =>
  (aapen = await visSide({ rolle, sti, sider, rader: RADER, ...mer }))
afterEach(async () => {
  aapen?.lukk()
  aapen = undefined
  await page.viewport(820, 1180)
})

const felt = (navn: string) => page.getByLabelText(navn, { exact: true })
const status = (tittel: string) => page.getByRole('combobox', { name: tittel })
const BESKRIVELSE =
  '37,6 timer i uken kan flyttes. Vernepleiere og sykepleiere gir fra seg 24,8 timer og helsefagarbeidere 12,8. ' +
  'Helsefagarbeidere får 8,0 timer, assistenter 20,5, servicemedarbeidere 3,8 og bemanningskontoret 5,3.'

describe('flytbildet', () => {
  test('har tallene sine i ord, og hver node har timer', async () => {
    await vis()
    const bilde = page.getByRole('img', { name: BESKRIVELSE })
    await expect.element(bilde).toBeVisible()
    await expect.element(bilde).toHaveTextContent(/gir fra seg 24,8 t.*gir fra seg 12,8 t.*får 8,0 t.*får 20,5 t/)
    await expect.element(page.getByRole('heading', { name: '37,6 timer i uken kan flyttes' })).toBeVisible()
    expect(await axefunn()).toEqual([])
  })

  test('er en liste på telefonen', async () => {
    await page.viewport(390, 844)
    await vis()
    const liste = page.getByRole('list', { name: 'Timer i uken som kan flyttes' })
    await expect.element(liste).toBeVisible()
    const rader = liste.getByRole('listitem').elements()
    expect(rader).toHaveLength(6)
    expect(rader[1]!.textContent).toContain('fra Vernepleier og sykepleier til Assistent')
    expect(rader[1]!.textContent).toContain('10,0 t')
  })

  test('navnene overlapper ikke, heller ikke når fem yrker får litt hver', async () => {
    const yrker = ['V', 'H', 'A', 'S', 'B'] as const
    const oppgaver = yrker.flatMap((gjoerIDag, i) =>
      yrker
        .filter((y) => y !== gjoerIDag)
        .map((boerGjoere, j) => ({
          gjoerIDag,
          boerGjoere,
          status: 'foreslaatt' as const,
          minutter: i === 0 && j === 0 ? 1400 : 1,
          hvorOfte: '1/dag',
        })),
    )
    await render(Flytbilde, { props: { strommer: flyter(oppgaver) } })
    await expect.element(page.getByRole('img')).toBeVisible()
    for (const anker of ['end', 'start']) {
      const bokser = [...document.querySelectorAll('svg.flyt text.navn')]
        .filter((t) => (t.getAttribute('text-anchor') ?? 'start') === anker)
        .map((t) => t.getBoundingClientRect())
        .sort((a, b) => a.top - b.top)
      expect(bokser).toHaveLength(5)
      bokser.forEach((b, i) => i > 0 && expect(b.top - bokser[i - 1]!.top).toBeGreaterThan(36))
    }
    const svg = document.querySelector('svg.flyt')!.getBoundingClientRect()
    for (const t of document.querySelectorAll('svg.flyt text')) {
      expect(t.getBoundingClientRect().bottom).toBeLessThanOrEqual(svg.bottom + 1)
      expect(t.getBoundingClientRect().top).toBeGreaterThanOrEqual(svg.top - 1)
    }
  })
})

describe('oppgavene', () => {
  test('status flyttes i raden med ett valg, og Angre tar det tilbake', async () => {
    await vis()
    await status('Skaffe vikar ved fravær').selectOptions('drøftet')
    await expect.element(page.getByText('«Skaffe vikar ved fravær» er satt til drøftet.')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Ikke drøftet 2' })).toBeVisible()
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.element(status('Skaffe vikar ved fravær')).toHaveValue('foreslaatt')
    await expect.element(page.getByRole('button', { name: 'Ikke drøftet 3' })).toBeVisible()
  })

  test('«Ikke drøftet» viser de tre som er foreslått', async () => {
    await vis()
    await page.getByRole('button', { name: 'Ikke drøftet 3' }).click()
    await expect.poll(() => page.getByRole('combobox').elements().length).toBe(3)
  })

  test('matrisen er en tabell med yrkene som overskrifter', async () => {
    await vis()
    await page.getByRole('button', { name: 'Matrise' }).click()
    const rad = page.getByRole('row', { name: /^Følge til dagtilbud/ })
    await expect.element(rad.getByRole('cell').nth(0)).toHaveTextContent('i dag')
    await expect.element(rad.getByRole('cell').nth(2)).toHaveTextContent('mål')
    const gir = page.getByRole('row', { name: /^Gir fra seg/ })
    await expect.element(gir.getByRole('cell').nth(0)).toHaveTextContent('24,8')
    await expect.element(page.getByRole('columnheader', { name: 'Servicemedarbeider' })).toBeInTheDocument()
    expect(await axefunn()).toEqual([])
  })

  test('den tillitsvalgte ser status som ord, og kan ikke endre den', async () => {
    await vis('tillitsvalgt')
    await expect.element(page.getByRole('link', { name: 'Skaffe vikar ved fravær' })).toBeVisible()
    expect(page.getByRole('combobox').elements()).toHaveLength(0)
    expect(page.getByRole('button', { name: 'Ny oppgave' }).elements()).toHaveLength(0)
    expect(page.getByText('prøves ut').elements()).toHaveLength(2)
    expect(await axefunn()).toEqual([])
  })
})

describe('ny oppgave', () => {
  test('feltene har navnene sine, og oppgaven teller med i timene', async () => {
    await vis('avdelingsleder', '/toern', { rader: [] })
    await page.getByRole('button', { name: 'Ny oppgave' }).click()
    expect(await axefunn()).toEqual([])
    await felt('Oppgave').fill('Skaffe vikar ved fravær')
    await felt('Kategori').selectOptions('Drift, vaktansvar og bemanning')
    await felt('Gjør i dag').selectOptions('Vernepleier og sykepleier')
    await felt('Bør gjøre').selectOptions('Bemanningskontor')
    await felt('Minutter').fill('45')
    await felt('Hvor ofte').selectOptions('Hver dag')
    await felt('Status').selectOptions('foreslått')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.element(page.getByRole('heading', { name: '5,3 timer i uken kan flyttes' })).toBeVisible()
    await expect.element(status('Skaffe vikar ved fravær')).toHaveValue('foreslaatt')
  })

  test('navnet på et felt treffer feltet alene', async () => {
    await vis('avdelingsleder', '/toern?ny=1')
    await expect.element(felt('Oppgave')).toBeVisible()
    for (const navn of [
      'Oppgave',
      'Kategori',
      'Gjør i dag',
      'Bør gjøre',
      'Minutter',
      'Hvor ofte',
      'Status',
      'Kompetanse',
      'Begrunnelse',
    ])
      expect(page.getByLabelText(navn).elements(), navn).toHaveLength(1)
  })

  test('det som mangler, sies ved hvert felt, og det som er skrevet, blir stående', async () => {
    await vis('avdelingsleder', '/toern?ny=1')
    await felt('Minutter').fill('mange')
    await felt('Begrunnelse').fill('å'.repeat(10_000))
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    for (const setning of [
      'Skriv oppgave.',
      'Velg kategori.',
      'Velg hvem som gjør oppgaven i dag.',
      'Velg hvem som bør gjøre oppgaven.',
      'Skriv hvor mange minutter oppgaven tar.',
    ])
      await expect.element(page.getByText(setning)).toBeInTheDocument()
    await expect.element(page.getByText('Begrunnelse kan ha 4 000 tegn')).toBeInTheDocument()
    await expect.element(felt('Minutter')).toHaveValue('mange')
    expect(await axefunn()).toEqual([])
  })

  test.each([
    ['7,5', 53],
    [' 1 000\t', 7000],
  ])('%j minutter leses slik det er skrevet', async (tekst, minutter) => {
    await vis('avdelingsleder', '/toern?ny=1', { rader: [] })
    await felt('Oppgave').fill('Vanne planter')
    await felt('Kategori').selectOptions('Renhold og tøy')
    await felt('Gjør i dag').selectOptions('Helsefagarbeider')
    await felt('Bør gjøre').selectOptions('Assistent')
    await felt('Minutter').fill(tekst)
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.element(page.getByText(`${minutter.toLocaleString('nb-NO')} min/uke`)).toBeVisible()
  })
})

describe('å komme i gang', () => {
  test('malene velges med kryss og kommer inn som kartlagt; det som finnes fra før, tilbys ikke igjen', async () => {
    await vis('avdelingsleder', '/toern', { rader: [] })
    await page.getByRole('button', { name: 'Start fra maler' }).click()
    await page.getByRole('checkbox', { name: /^Dekke på og rydde av middag/ }).click()
    await page.getByRole('checkbox', { name: /^Skaffe vikar ved fravær/ }).click()
    expect(await axefunn()).toEqual([])
    await page.getByRole('button', { name: 'Legg til 2 oppgaver' }).click()
    await expect.element(page.getByText('2 oppgaver er lagt til.')).toBeVisible()
    await expect.element(status('Dekke på og rydde av middag')).toHaveValue('kartlagt')
    await page.getByRole('button', { name: 'Start fra maler' }).click()
    await expect.element(page.getByRole('checkbox', { name: /^Moppe gulv/ })).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: /^Dekke på og rydde/ })).not.toBeInTheDocument()
  })

  test('Angre tar tilbake alle oppgavene som ble lagt til', async () => {
    await vis('avdelingsleder', '/toern', { rader: [] })
    await page.getByRole('button', { name: 'Start fra maler' }).click()
    await page.getByRole('button', { name: /^Velg alle/ }).click()
    await page.getByRole('button', { name: /^Legg til/ }).click()
    await expect.element(page.getByRole('button', { name: /^Alle \d/ })).toBeVisible()
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.element(page.getByRole('heading', { name: 'Ingen oppgaver ennå' })).toBeVisible()
  })

  test('den som leser flere enheter, kan kopiere fra en annen, uten status og begrunnelse', async () => {
    await vis('prosjektleder', '/toern?enhet=hurum', { enheter: [] })
    await page.getByRole('button', { name: 'Kopier fra en annen enhet' }).click()
    await page.getByRole('checkbox', { name: /^Moppe gulv og tørke over bad/ }).click()
    await page.getByRole('button', { name: 'Legg til 1 oppgave' }).click()
    await expect.element(status('Moppe gulv og tørke over bad')).toHaveValue('kartlagt')
    await page.getByRole('combobox', { name: 'Enhet' }).selectOptions('Bondihagen bofellesskap')
    await expect.element(status('Moppe gulv og tørke over bad')).toHaveValue('innfoert')
  })
})

test('den tillitsvalgte sier synet sitt på en oppgave, og det vises som merke i listen', async () => {
  const { router } = await vis('tillitsvalgt', '/toern/oppgave-10')
  await page.getByRole('radio', { name: 'Enig', exact: true }).click()
  await page.getByRole('button', { name: 'Lagre syn' }).click()
  await expect.element(page.getByRole('button', { name: 'Endre syn' })).toBeVisible()
  await router.push('/toern')
  const rad = page.getByRole('listitem').filter({ hasText: 'Skaffe vikar ved fravær' })
  await expect.element(rad).toHaveTextContent('Syn: Enig')
})

test('en slettet oppgave kan hentes tilbake', async () => {
  await vis('avdelingsleder', '/toern/oppgave-10')
  expect(await axefunn()).toEqual([])
  await page.getByRole('button', { name: 'Slett' }).click()
  await expect.element(page.getByText('«Skaffe vikar ved fravær» er slettet.')).toBeVisible()
  await expect.element(status('Skaffe vikar ved fravær')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect.element(status('Skaffe vikar ved fravær')).toBeVisible()
})
