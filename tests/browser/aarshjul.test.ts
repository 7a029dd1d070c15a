import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import AarshjulPage from '../../src/app/aarshjul/AarshjulPage.vue'
import AarshjulUtskriftPage from '../../src/app/aarshjul/AarshjulUtskriftPage.vue'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { aarshjul, KILDEHJUL } from '../support/aarshjul.ts'
import { visSide, type Startrad } from './bondihagen.ts'
import { axefunn } from './ui/verden.ts'

/** The day is 21 November 2026. */
const I_AAR = [
  aarshjul({
    id: 'seminar',
    kvartal: 2,
    tittel: 'Gjennomføre heltidsseminar',
    dato: '2026-05-20',
    gjortDato: '2026-05-21',
    gjortAv: 'prosjektleder',
  }),
  aarshjul({ id: 'midler', kvartal: 3, tittel: 'Søke eksterne midler', ring: 'prosjekt' }),
  aarshjul({ id: 'tema', kvartal: 4, rekkefoelge: 1, tittel: 'Tematime heltid i PSU', dato: '2026-11-24' }),
  aarshjul({ id: 'rapport', kvartal: 4, rekkefoelge: 2, tittel: 'Utarbeide Årsrapport', ring: 'prosjekt' }),
  aarshjul({
    id: 'kick',
    kvartal: 1,
    tittel: 'Studietur til nabokommunen',
    ring: 'virksomhet',
    gjortDato: '2026-02-01',
    gjortAv: 'prosjektleder',
  }),
]
const rader: Startrad[] = [...KILDEHJUL, ...I_AAR].map((o) => ({
  type: 'aarshjuloppgave',
  post: { ...o, rom: 'project' },
}))
const sider = { '/aarshjul/:aar(\\d{4})?': AarshjulPage, '/aarshjul/:aar(\\d{4})/utskrift': AarshjulUtskriftPage }

let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (sti = '/aarshjul', rolle: Rolle = 'prosjektleder', innhold = rader) =>
  (aapen = await visSide({ rolle, sti, sider, rader: innhold }))
beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  aapen?.lukk()
  aapen = undefined
  document.documentElement.dataset.colorScheme = 'light'
})

const kryss = (navn: string) => page.getByRole('checkbox', { name: navn, exact: true })
const knapp = (navn: string | RegExp) => page.getByRole('button', { name: navn })

describe('årshjulet i ord', () => {
  test('åpner med inneværende år og kvartal, og sier hvor mye som er gjort', async () => {
    await vis()
    await expect.element(page.getByRole('group', { name: 'Årshjul 2026, 2 av 5 aktiviteter gjort' })).toBeVisible()
    const aar = page.getByRole('group', { name: 'År', exact: true })
    await expect.element(aar.getByRole('button', { name: '2026' })).toHaveAttribute('aria-pressed', 'true')
    await expect.element(knapp(/^4\. kvartal/)).toHaveAttribute('aria-pressed', 'true')
    await expect.element(knapp(/^3\. kvartal 0 av 1 gjort 1 over fristen/)).toBeVisible()
    await expect.element(kryss('Tematime heltid i PSU')).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Fra 3. kvartal' })).toBeVisible()
  })

  test('hver aktivitet er en avkryssingsboks som beskriver frist, ansvarlig og hvem den gjelder', async () => {
    await vis()
    await expect
      .element(kryss('Tematime heltid i PSU'))
      .toHaveAccessibleDescription('Forfaller 24. november, ansvarlig prosjektleder, PSU og styringsgruppe')
  })

  test('«Hele året» viser alle aktivitetene, kvartal for kvartal', async () => {
    await vis('/aarshjul/2024')
    await knapp('Hele året').click()
    await expect.element(kryss('Innføre Askermodellen i HO2')).toBeVisible()
    expect(page.getByRole('checkbox').elements()).toHaveLength(32)
  })

  test('kildens år er ikke registrert: verken gjort eller for sent', async () => {
    await vis('/aarshjul/2025?kvartal=1')
    await expect.element(page.getByRole('group', { name: /Årshjul 2025, 0 av 25 .*25 ikke registrert/ })).toBeVisible()
    await expect.element(page.getByText(/ikke hva som ble gjort/)).toBeVisible()
    expect(page.getByText(/over fristen/).elements()).toHaveLength(0)
    await kryss('Oppstart i hjemmesykepleien').click()
    await expect.element(page.getByText('Gjort 21. november 2026 av prosjektleder', { exact: true })).toBeVisible()
  })

  test('axe finner ingenting, lyst og mørkt, på bred skjerm og telefon', async () => {
    await vis()
    await expect.element(kryss('Tematime heltid i PSU')).toBeVisible()
    for (const [bredde, hoeyde] of [
      [1280, 900],
      [390, 844],
    ] as const)
      for (const utseende of ['light', 'dark']) {
        await page.viewport(bredde, hoeyde)
        document.documentElement.dataset.colorScheme = utseende
        expect(await axefunn()).toEqual([])
      }
  })
})

describe('å krysse av', () => {
  test('er ett trykk, viser hvem og når, og kan angres', async () => {
    await vis()
    await kryss('Tematime heltid i PSU').click()
    await expect.element(page.getByText('«Tematime heltid i PSU» er merket som gjort')).toBeVisible()
    await expect.element(page.getByText('Gjort 21. november av prosjektleder', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('group', { name: 'Årshjul 2026, 3 av 5 aktiviteter gjort' })).toBeVisible()
    await knapp('Angre').click()
    await expect.element(kryss('Tematime heltid i PSU')).not.toBeChecked()
  })

  test('er for prosjektlederen: andre ser hvorfor de ikke kan', async () => {
    await vis('/aarshjul', 'avdelingsleder')
    await expect.element(kryss('Tematime heltid i PSU')).toBeDisabled()
    await expect.element(page.getByText(/^Det er prosjektlederen som krysser av det som er felles/)).toBeVisible()
    await page.getByRole('button', { name: 'Felles', exact: true }).click()
    await expect.element(page.getByText('Det er prosjektlederen som krysser av.')).toBeVisible()
    expect(knapp('Planlegg neste år').elements()).toHaveLength(0)
    await knapp(/^Tematime heltid i PSU/).click()
    await expect.element(page.getByRole('dialog', { name: 'Tematime heltid i PSU' })).toBeVisible()
    expect(page.getByRole('textbox').elements()).toHaveLength(0)
  })
})

describe('hjulet', () => {
  const prikk = (nr: string) =>
    [...document.querySelectorAll('svg.hjul .prikk')].find((g) => g.querySelector('text')?.textContent === nr)!

  test('en prikk åpner raden sin i listen', async () => {
    await vis()
    await expect.element(kryss('Tematime heltid i PSU')).toBeVisible()
    await userEvent.click(prikk('1'))
    await expect.element(kryss('Studietur til nabokommunen')).toHaveFocus()
    await expect.element(knapp(/^1\. kvartal/)).toHaveAttribute('aria-pressed', 'true')
  })

  test('piltastene vrir til neste kvartal', async () => {
    await vis()
    await knapp(/^4\. kvartal/).click()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(knapp(/^1\. kvartal/)).toHaveFocus()
    await expect.element(kryss('Studietur til nabokommunen')).toBeVisible()
  })

  test('på telefon vises ett kvartal om gangen, og hele året når man vil', async () => {
    await page.viewport(390, 844)
    await vis()
    await expect.element(knapp(/^4\. kvartal/)).toHaveAttribute('aria-pressed', 'true')
    expect(document.querySelectorAll('svg.hjul .prikk')).toHaveLength(2)
    await knapp('Forrige kvartal').click()
    await expect.element(kryss('Søke eksterne midler')).toBeVisible()
    await knapp('Hele året').click()
    await expect.element(kryss('Gjennomføre heltidsseminar')).toBeVisible()
    expect(document.querySelectorAll('svg.hjul .prikk')).toHaveLength(5)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  })
})

describe('å endre', () => {
  test('en ny aktivitet må ha tittel og en dato i kvartalet, og det som er skrevet, blir stående', async () => {
    await vis()
    await knapp('Ny aktivitet').click()
    await page.getByLabelText('Kommentar').fill('Avtales med hovedtillitsvalgt')
    await page.getByLabelText('Frist', { exact: true }).fill('2026-09-30')
    await knapp('Lagre').click()
    await expect.element(page.getByText('Skriv tittel.')).toBeVisible()
    await expect.element(page.getByText(/Datoen ligger ikke i 4\. kvartal 2026/)).toBeVisible()
    expect(await axefunn()).toEqual([])
    await page.getByLabelText('Tittel').fill('Evaluere langvakter <script>')
    await page.getByLabelText('Frist', { exact: true }).fill('2026-12-10')
    await knapp('Lagre').click()
    await expect.element(kryss('Evaluere langvakter <script>')).toBeVisible()
    await expect.element(page.getByText('10. desember', { exact: true })).toBeVisible()
  })

  test('det som slettes, kommer tilbake med Angre', async () => {
    await vis()
    await knapp(/^Tematime heltid i PSU/).click()
    await knapp('Slett').click()
    await expect.element(kryss('Tematime heltid i PSU')).not.toBeInTheDocument()
    await knapp('Angre').click()
    await expect.element(kryss('Tematime heltid i PSU')).toBeVisible()
  })
})

describe('flyttet og avlyst', () => {
  const aapne = async () => {
    await vis()
    await knapp(/^Tematime heltid i PSU/).click()
  }
  test('å flytte krever en grunn, viser fra hvor og hvorfor i hjul og liste, og kan tas tilbake', async () => {
    await aapne()
    await knapp('Flytt …').click()
    const skjema = page.getByRole('form', { name: 'Flytt aktiviteten' })
    await skjema.getByLabelText('Frist', { exact: true }).fill('2026-12-08')
    await skjema.getByRole('button', { name: 'Flytt' }).click()
    await expect.element(page.getByText('Skriv hvorfor den flyttes.')).toBeVisible()
    expect(await axefunn()).toEqual([])
    await skjema.getByLabelText('Hvorfor flyttes den?').fill('PSU har flyttet møtet')
    await skjema.getByRole('button', { name: 'Flytt' }).click()
    const linje = 'Flyttet fra 24. november av prosjektleder 21. november: PSU har flyttet møtet'
    await expect.element(page.getByText(linje, { exact: true })).toBeVisible()
    await expect.element(page.getByText('8. desember · prosjektleder')).toBeVisible()
    await expect
      .element(kryss('Tematime heltid i PSU'))
      .toHaveAccessibleDescription(`Forfaller 8. desember, ansvarlig prosjektleder, PSU og styringsgruppe, ${linje}`)
    await knapp(/^Tematime heltid i PSU/).click()
    await knapp('Flytt tilbake til 24. november').click()
    await expect.element(page.getByText(linje, { exact: true })).not.toBeInTheDocument()
  })
  test('det som flyttes, er det hun så da hun begynte: en annens flytting imens blir sagt fra om', async () => {
    await aapne()
    await knapp('Flytt …').click()
    const { device } = aapen!
    const annen = '11111111-0000-7000-8000-000000000000'
    const rad = (await device.db.record.get(['project', 'aarshjuloppgave', 'tema']))!
    // Another's moving comes in while the form is open.
    await device.db.record.put({
      ...rad,
      doc: { ...rad.doc, dato: '2026-12-15' },
      v: { ...rad.v, dato: annen },
    })
    await expect.element(page.getByText('15. desember · prosjektleder')).toBeVisible()
    const skjema = page.getByRole('form', { name: 'Flytt aktiviteten' })
    await skjema.getByLabelText('Frist', { exact: true }).fill('2026-12-08')
    await skjema.getByLabelText('Hvorfor flyttes den?').fill('PSU har flyttet møtet')
    await skjema.getByRole('button', { name: 'Flytt' }).click()
    await expect.element(page.getByText('8. desember · prosjektleder')).toBeVisible()
    const [op] = await device.db.outbox.toArray()
    expect(op?.base['dato']).not.toBe(annen)
    expect(op?.base['dato']).toBe('00000000-0000-7000-8000-000000000000')
  })
  test('en avlyst står med grunnen, teller ikke med, og Angre tar den inn igjen', async () => {
    await aapne()
    await knapp('Avlys …').click()
    await page.getByLabelText('Hvorfor utgår den?').fill('Slått sammen med seminaret')
    await knapp('Avlys').last().click()
    await expect
      .element(page.getByText('Avlyst av prosjektleder 21. november: Slått sammen med seminaret', { exact: true }))
      .toBeVisible()
    await expect.element(kryss('Tematime heltid i PSU')).toBeDisabled()
    await expect.element(page.getByRole('group', { name: 'Årshjul 2026, 2 av 4 aktiviteter gjort' })).toBeVisible()
    expect(await axefunn()).toEqual([])
    await knapp('Angre').click()
    await expect.element(kryss('Tematime heltid i PSU')).toBeEnabled()
  })
  test('til neste år står den igjen under det gamle året', async () => {
    await aapne()
    await knapp('Flytt …').click()
    const skjema = page.getByRole('form', { name: 'Flytt aktiviteten' })
    await skjema.getByLabelText('Frist', { exact: true }).fill('')
    await skjema.getByLabelText('Kvartal').selectOptions('1. kvartal 2027')
    await skjema.getByLabelText('Hvorfor flyttes den?').fill('Budsjettet er ikke klart')
    await skjema.getByRole('button', { name: 'Flytt' }).click()
    await knapp('Hele året').click()
    await expect.element(page.getByRole('heading', { name: 'Flyttet ut av 2026' })).toBeVisible()
    await page.getByRole('link', { name: 'Tematime heltid i PSU' }).click()
    await expect.element(kryss('Tematime heltid i PSU')).toBeVisible()
  })
})

describe('en enhets eget årshjul', () => {
  const egen: Startrad = {
    type: 'aarshjuloppgave',
    post: { ...aarshjul({ id: 'egen', kvartal: 4, rekkefoelge: 9, tittel: 'Personalmøte' }), rom: 'unit:bondihagen' },
  }
  const andres: Startrad = {
    type: 'aarshjuloppgave',
    post: { ...aarshjul({ id: 'hurum', kvartal: 4, tittel: 'Bare for Hurum', enheter: ['hurum'] }), rom: 'project' },
  }
  test('har det felles og sine egne; lederen krysser av sine egne og legger til flere', async () => {
    await vis('/aarshjul', 'avdelingsleder', [...rader, egen, andres])
    await expect.element(kryss('Personalmøte')).toBeEnabled()
    await expect.element(kryss('Tematime heltid i PSU')).toBeDisabled()
    expect(kryss('Bare for Hurum').elements()).toHaveLength(0)
    await kryss('Personalmøte').click()
    await expect.element(page.getByText('«Personalmøte» er merket som gjort')).toBeVisible()
    await knapp('Ny aktivitet').click()
    await page.getByLabelText('Tittel').fill('Evaluere langvakt')
    await page.getByLabelText('Måned').selectOptions('november')
    await knapp('Lagre').click()
    await expect.element(page.getByText('Frist 30. november · enhetens egen')).toBeVisible()
    expect(await axefunn()).toEqual([])
    await page.getByRole('button', { name: 'Felles', exact: true }).click()
    await expect.element(kryss('Bare for Hurum')).toBeVisible()
    expect(kryss('Personalmøte').elements()).toHaveLength(0)
  })
  test('det som skal gjøres hvert kvartal, legges i kvartalene etter også, på siste dag der 31. mangler', async () => {
    await vis('/aarshjul/2026?kvartal=1&enhet=bondihagen', 'avdelingsleder')
    await knapp('Ny aktivitet').click()
    await page.getByLabelText('Tittel').fill('Telle vikartimer')
    await page.getByLabelText('Frist', { exact: true }).fill('2026-03-31')
    await page.getByLabelText('Gjentas').selectOptions('Hvert kvartal')
    await knapp('Lagre').click()
    await knapp('Hele året').click()
    for (const dag of ['31. mars', '30. juni', '30. september', '31. desember'])
      await expect.element(page.getByText(new RegExp(`${dag} · enhetens egen$`))).toBeVisible()
  })
})

describe('det en aktivitet førte til', () => {
  test('en adresse må være trygg, og lenken åpner den', async () => {
    await vis()
    await knapp(/^Tematime heltid i PSU/).click()
    await knapp('Legg til lenke').click()
    await page.getByLabelText('Lenke til').selectOptions('En rapport, kick-off eller annen side')
    await page.getByLabelText('Navn på lenken').fill('Møteprotokoll')
    await page.getByLabelText('Adresse').fill('javascript:alert(1)')
    await knapp('Legg til').last().click()
    await expect.element(page.getByText(/begynner med https/)).toBeVisible()
    expect(await axefunn()).toEqual([])
    await page.getByLabelText('Adresse').fill('https://www.example.no/protokoll')
    await knapp('Legg til').last().click()
    const lenke = page.getByRole('link', { name: 'Møteprotokoll' })
    await expect.element(lenke).toHaveAttribute('href', 'https://www.example.no/protokoll')
    await knapp('Fjern Møteprotokoll').click()
    await expect.element(lenke).not.toBeInTheDocument()
  })
})

describe('planlegg neste år', () => {
  test('spør om det som ikke ble gjort, og gjør som det svares', async () => {
    await vis()
    await knapp('Planlegg neste år').click()
    await page.getByRole('combobox', { name: /^Søke eksterne midler/ }).selectOptions('Den er gjort')
    await page.getByRole('combobox', { name: /^Utarbeide Årsrapport/ }).selectOptions('Den utgår')
    await knapp(/^Lag utkast med 3 aktiviteter/).click()
    await page.getByRole('group', { name: 'År', exact: true }).getByRole('button', { name: '2026' }).click()
    await knapp('Hele året').click()
    await expect.element(kryss('Søke eksterne midler')).toBeChecked()
    await expect.element(page.getByText(/^Avlyst av prosjektleder .*: Ikke gjort i 2026$/)).toBeVisible()
  })
  test('foreslår det som gjentas, lager et utkast, og gjelder først når planen er vedtatt', async () => {
    await vis()
    await knapp('Planlegg neste år').click()
    const iArket = page.getByRole('dialog').getByRole('checkbox')
    await expect.element(iArket.and(kryss('Tematime heltid i PSU'))).toBeChecked()
    await expect.element(iArket.and(kryss('Studietur til nabokommunen'))).not.toBeChecked()
    expect(await axefunn()).toEqual([])
    await knapp(/^Lag utkast med 4 aktiviteter/).click()
    await expect.element(page.getByRole('heading', { name: 'Utkast til årshjul 2027' })).toBeVisible()
    await knapp('Hele året').click()
    await expect.element(kryss('Tematime heltid i PSU')).toBeDisabled()
    await knapp('Vedta planen').click()
    await expect.element(kryss('Tematime heltid i PSU')).toBeEnabled()
    await page.getByRole('group', { name: 'År', exact: true }).getByRole('button', { name: '2026' }).click()
    await knapp('Planlegg neste år').click()
    expect(page.getByRole('dialog').getByRole('checkbox').elements()).toHaveLength(1)
  })
})

describe('utskriften', () => {
  test('«Skriv ut» åpner siden og skriver den ut én gang, og man kommer tilbake', async () => {
    let utskrifter = 0
    const skrivUt = window.print
    window.print = () => void utskrifter++
    try {
      await vis('/aarshjul/2025')
      await knapp('Skriv ut').click()
      await expect.poll(() => utskrifter).toBe(1)
      await page.getByRole('link', { name: 'Til årshjulet' }).click()
      await expect.element(knapp('Hele året')).toBeVisible()
      expect(utskrifter).toBe(1)
    } finally {
      window.print = skrivUt
    }
  })
  test('får ikke alt plass på én side, står alle navnene på side 2', async () => {
    const mange = Array.from({ length: 60 }, (_, i) =>
      aarshjul({
        kvartal: ((i % 4) + 1) as 1 | 2 | 3 | 4,
        tittel: `Følge opp virksomhet nummer ${i}, med ledere og tillitsvalgte`,
      }),
    ).map((o): Startrad => ({ type: 'aarshjuloppgave', post: { ...o, rom: 'project' } }))
    await vis('/aarshjul/2026/utskrift', 'prosjektleder', mange)
    await expect.element(page.getByRole('heading', { name: 'Aktiviteter i 2026' })).toBeVisible()
    expect(page.getByText(/^Følge opp virksomhet nummer/).elements()).toHaveLength(60)
  })
  test.each([2024, 2025, 2026])('årshjulet for %i får plass på én side, uten at noe blir kuttet', async (aar) => {
    await vis(`/aarshjul/${aar}/utskrift`)
    await expect.element(page.getByRole('heading', { name: `Årshjul for heltidskultur ${aar}` })).toBeVisible()
    await document.fonts.ready
    const ark = document.querySelector('article')!
    expect(document.querySelectorAll('article')).toHaveLength(1)
    expect(ark.scrollHeight).toBeLessThanOrEqual(ark.clientHeight)
    expect(ark.scrollWidth).toBeLessThanOrEqual(ark.clientWidth)
    const side = ark.getBoundingClientRect()
    for (const li of ark.querySelectorAll('li')) {
      const boks = li.getBoundingClientRect()
      expect(boks.left).toBeGreaterThanOrEqual(side.left)
      expect(boks.right).toBeLessThanOrEqual(side.right)
    }
    for (const [a, b] of [
      ['.k1', '.k2'],
      ['.k4', '.k3'],
    ] as const)
      expect(ark.querySelector(a)!.getBoundingClientRect().bottom).toBeLessThanOrEqual(
        ark.querySelector(b)!.getBoundingClientRect().top,
      )
    expect(await axefunn()).toEqual([])
  })
})

describe('to år ved siden av hverandre', () => {
  const aaret = (aar: number) => page.getByRole('region', { name: `Årshjul ${aar}` })
  const sted = (aar: number) => aaret(aar).element().getBoundingClientRect()

  test('viser året før ved siden av, det eldste til venstre, og samme kvartal i begge', async () => {
    await vis()
    await knapp('To år ved siden av hverandre').click()
    await expect.element(aaret(2025)).toBeVisible()
    expect(sted(2025).right).toBeLessThanOrEqual(sted(2026).left)
    expect(sted(2025).top).toBe(sted(2026).top)
    await expect.element(aaret(2026).getByRole('checkbox', { name: 'Utarbeide Årsrapport' })).toBeVisible()
    await page.getByRole('button', { name: '2. kv.' }).click()
    for (const aar of [2025, 2026])
      await expect.element(aaret(aar).getByRole('heading', { name: /^2\. kvartal/ })).toBeVisible()
    await expect.element(aaret(2026).getByRole('checkbox', { name: 'Gjennomføre heltidsseminar' })).toBeChecked()
    expect(await axefunn(document.body)).toEqual([])
  })

  test('bytter ut året ved siden av, og går tilbake til ett', async () => {
    await vis('/aarshjul/2026?ved=2025')
    await page.getByLabelText('Året ved siden av').selectOptions('2024')
    await expect.element(aaret(2024)).toBeVisible()
    expect(aaret(2025).query()).toBeNull()
    await knapp('Vis ett år').click()
    await expect.element(page.getByRole('group', { name: /^Årshjul 2026/ })).toBeVisible()
  })

  test('krysser av og åpner i det andre året også', async () => {
    await vis('/aarshjul/2026?ved=2025&kvartal=1')
    const foerste = aaret(2025).getByRole('checkbox').first()
    await foerste.click()
    await expect.element(foerste).toBeChecked()
    await aaret(2025).getByRole('listitem').first().getByRole('button').first().click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
  })

  test.each([
    [820, true],
    [390, false],
  ])('på %i bredde: side om side er %s, og ingenting stikker ut', async (bredde, sideOmSide) => {
    await page.viewport(bredde, 1180)
    await vis('/aarshjul/2026?ved=2025')
    await expect.element(aaret(2025)).toBeVisible()
    expect(sted(2025).right <= sted(2026).left).toBe(sideOmSide)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(bredde)
  })
})
