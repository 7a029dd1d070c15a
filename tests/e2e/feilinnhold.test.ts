import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { dagVed, leggTilDager } from '../../src/domain/dato.ts'
import { felt, knapp, loggInn, ser } from './support/app.ts'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

let server: Server
let browser: Browser
let avdelingsleders: BrowserContext
let avdelingsleder: Page
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
  avdelingsleders = await newDevice(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
  avdelingsleder = await loggInn(avdelingsleders, server, 'avdelingsleder Bondihagen')
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** The sentences that belong to a field, as a screen reader is told. Waits until the field is marked as faulty. */
async function setning(ved: Locator): Promise<string> {
  await ser(ved.and(ved.page().locator('[aria-invalid="true"]')))
  return ved.evaluate((el) =>
    (el.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}

/** Fills in, tries to save, and reads the sentence beside the field; what was typed stays. */
async function avvist(side: Page, lagre: string, felter: Record<string, string>, feilfelt: string): Promise<string> {
  for (const [navn, verdi] of Object.entries(felter)) await felt(side, navn).fill(verdi)
  await knapp(side, lagre).click()
  const svar = await setning(felt(side, feilfelt))
  for (const [navn, verdi] of Object.entries(felter)) expect(await felt(side, navn).inputValue()).toBe(verdi)
  return svar
}

describe('en måling', () => {
  const maaling = (felter: Record<string, string>, feilfelt: string, side = avdelingsleder) =>
    avvist(side, 'Lagre måling', felter, feilfelt)
  const imorgen = leggTilDager(dagVed(Date.now()), 1)

  beforeEach(async () => {
    await avdelingsleder.goto(`${server.url}/maalinger/ny?enhet=bondihagen`)
  })

  test('en teller over nevneren får en setning ved feltet, og tallene står', async () => {
    expect(await maaling({ Teller: '60', Nevner: '54' }, 'Teller')).toMatch(/større|høyere|over|flere/)
  })
  test('en dato fram i tid får en setning ved feltet, og datoen står', async () => {
    expect(await maaling({ Teller: '41', Nevner: '54', Dato: imorgen }, 'Dato')).toMatch(/fram i tid/)
  })
  test('bokstaver, minus og emoji er ikke tall: setningen sier hva som skal stå', async () => {
    for (const ikkeTall of ['førti', '-4', '😀', '<script>alert(1)</script>'])
      expect(await maaling({ Teller: ikkeTall, Nevner: '54' }, 'Teller')).toMatch(/tall|under 0|negativ/i)
  })
  test('en prosent utenfor 0–100 får en setning ved feltet', async () => {
    const prosjektleder = await loggInn(await newDevice(browser), server, 'prosjektleder')
    await prosjektleder.goto(`${server.url}/maalinger/ny?enhet=asker`)
    expect(await maaling({ Verdi: '100,1' }, 'Verdi', prosjektleder)).toMatch(/over 100/)
    expect(await maaling({ Verdi: '-0,5' }, 'Verdi', prosjektleder)).toMatch(/under 0|negativ/i)
  })
  test('en celle som er limt inn fra Excel med desimalkomma, leses som tall og lagres', async () => {
    // Of another indicator, so that no draft from the tests above is taken up again.
    await avdelingsleder.goto(`${server.url}/maalinger/ny?enhet=bondihagen&indikator=gjennomsnittligStilling`)
    await ser(felt(avdelingsleder, 'Teller'))
    await avdelingsleder.evaluate(() => navigator.clipboard.writeText('38,75\n'))
    await felt(avdelingsleder, 'Teller').press('ControlOrMeta+v')
    await felt(avdelingsleder, 'Nevner').fill('54')
    await ser(avdelingsleder.getByText(/71,8/).first())
    await knapp(avdelingsleder, 'Lagre måling').click()
    await ser(avdelingsleder.getByText('Målingen er lagret på nettbrettet.'))
  })
})

describe('en aktivitet', () => {
  const aktivitet = (felter: Record<string, string>, feilfelt: string) =>
    avvist(avdelingsleder, 'Lagre', felter, feilfelt)
  const langTekst = 'Vi prøver langvakter. '.repeat(500).slice(0, 10_000)

  beforeEach(async () => {
    await avdelingsleder.goto(`${server.url}/aktiviteter?ny=1`)
    await ser(felt(avdelingsleder, 'Tittel'))
  })

  test('en tom tittel får en setning ved feltet, og resten står', async () => {
    expect(await aktivitet({ Tittel: '   ', Ansvarlig: 'fagteam' }, 'Tittel')).toMatch(/Skriv tittel/)
  })
  test('10 000 tegn får en setning om hvor langt det kan være, og hele teksten står', async () => {
    expect(await aktivitet({ Tittel: 'Langvakter', Beskrivelse: langTekst }, 'Beskrivelse')).toMatch(/4 000 tegn/)
    expect(await aktivitet({ Tittel: langTekst, Beskrivelse: '' }, 'Tittel')).toMatch(/200 tegn/)
  })
  test('emoji og <script> er tekst som alt annet: de lagres og vises slik de ble skrevet', async () => {
    const tittel = 'Prøve «langvakt» 😀👩‍⚕️ <script>document.title="kapret"</script>'
    await felt(avdelingsleder, 'Tittel').fill(tittel)
    // The long text from above may have been taken up again as a draft.
    await felt(avdelingsleder, 'Beskrivelse').fill('')
    await knapp(avdelingsleder, 'Lagre').click()
    await ser(avdelingsleder.getByRole('link', { name: tittel, exact: true }))
    await avdelingsleder.reload()
    await ser(avdelingsleder.getByRole('link', { name: tittel, exact: true }))
    expect(await avdelingsleder.title()).toBe('Aktiviteter – Heltidshjulet')
  })
})
