import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { LISTEKOLONNER, listefil, MERKE } from '../support/listefil.ts'
import { xlsx } from '../support/xlsx.ts'
import { aapne, erLagretForFrakoblet, felt, gaaTil, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { lagretHosTjeneren, lagretI, sendtFra } from './support/lagret.ts'
import { startServer, type Server } from './support/server.ts'

/** A list of positions, from the file to the project leader's screen; and what must stay on the device. */

let server: Server
let browser: Browser
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

const BONDIHAGEN = 'Bondihagen bofellesskap'
const velgFil = (side: Page, navn: string, innhold: string | Uint8Array) =>
  felt(side, 'Velg fil').setInputFiles({ name: navn, mimeType: '', buffer: Buffer.from(innhold) })
const tallet = async (side: Page, navn: string): Promise<string> =>
  (await felt(side, navn).innerText()).replaceAll('\u00a0', ' ')
const tallene = async (side: Page) =>
  Object.fromEntries(
    await Promise.all(
      ['Ansatte', 'Andel heltid', 'Gjennomsnittlig stilling', 'Utelatt'].map(async (n) => [n, await tallet(side, n)]),
    ),
  )
async function tilImport(enhet: BrowserContext, som: Parameters<typeof loggInn>[2]): Promise<Page> {
  const side = await loggInn(enhet, server, som)
  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Målinger' }).click()
  await knapp(side, 'Importer stillinger').click()
  await ser(side.getByRole('heading', { level: 1, name: 'Importer stillinger' }))
  return side
}
const grafen = async (side: Page): Promise<string> => {
  const graf = side.getByRole('img', { name: /^Andel heltid/ }).first()
  await ser(graf)
  return (await graf.getAttribute('aria-label')) ?? ''
}

test('600 stillinger importeres uten nett, linjen flytter seg, og prosjektlederen ser tallene uten at et navn har forlatt nettbrettet', async () => {
  const nettbrett = await newDevice(browser, { viewport: SIZES.nettbrett })
  const sendt = sendtFra(nettbrett)
  const side = await loggInn(nettbrett, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, '/enhet/bondihagen')
  const foer = await grafen(side)
  await erLagretForFrakoblet(side)

  await nettbrett.setOffline(true)
  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Målinger' }).click()
  await knapp(side, 'Importer stillinger').click()
  // Beside the names there is a column of fødselsnummer, which is never read.
  const { rader } = listefil(600, [BONDIHAGEN])
  const medFnr = [
    [...LISTEKOLONNER, 'Fnr'],
    ...rader.map((r, i) => [...r, `${String(1 + (i % 28)).padStart(2, '0')}0170${String(20_000 + i)}`]),
  ]
  await velgFil(side, 'stillinger.csv', medFnr.map((r) => r.join(';')).join('\r\n'))
  expect(await tallene(side)).toEqual({
    Ansatte: '538',
    'Andel heltid': '38,5 %',
    'Gjennomsnittlig stilling': '65,6 %',
    Utelatt: '42',
  })
  await ser(side.getByText('Fnr ser ut til å være fødselsnummer, og er ikke lest.'))
  // Choices by hand are remembered, as marks: a profession, and a column.
  await side.getByText('Yrker', { exact: true }).click()
  await felt(side, 'Avdelingsleder').selectOption({ label: 'Vernepleier og sykepleier' })
  await side.getByText('Timelønnede og ekstravakter', { exact: true }).click()
  await knapp(side, 'Se raden 9').click()
  await ser(side.getByText(`Person7 ${MERKE}`))
  await knapp(side, 'Lagre måling').click()
  await ser(side.getByRole('heading', { level: 1, name: BONDIHAGEN }))
  await ser(side.getByText('Målingene for Bondihagen'))
  await ser(synkmerke(side, /^Frakoblet.*3 endringer venter/))
  await expect.poll(() => grafen(side), { timeout: 30_000 }).not.toBe(foer)
  expect(await grafen(side)).toContain('38,5')

  await nettbrett.setOffline(false)
  await ser(synkmerke(side, /^Alt er synkronisert/))
  const kontor = await newDevice(browser, { viewport: SIZES.laptop })
  const prosjektleder = await loggInn(kontor, server, 'prosjektleder')
  await aapne(prosjektleder, server, '/maalinger?enhet=bondihagen')
  await ser(prosjektleder.getByText(/207 av 538/).first())

  const paaNettbrettet = await lagretI(side)
  const hosTjeneren = lagretHosTjeneren(server.dataDir)
  // The search finds what is there: the figures and the picture of the positions.
  for (const sted of [paaNettbrettet, hosTjeneren, await lagretI(prosjektleder), sendt.join('\n')]) {
    expect(sted).toContain('stillingsbilde')
    expect(sted).toContain('28.2')
    expect(sted.includes(MERKE)).toBe(false)
    expect(/Person\d/.test(sted)).toBe(false)
    expect(/\b\d{2}0170\d{5}\b/.test(sted)).toBe(false)
  }
  await nettbrett.close()
  await kontor.close()
})

test('en halvferdig import lagrer ingenting, og den som går, får vite det', async () => {
  const nettbrett = await newDevice(browser)
  const sendt = sendtFra(nettbrett)
  const side = await tilImport(nettbrett, 'avdelingsleder Bondihagen')
  await velgFil(side, 'stillinger.csv', listefil(40, [BONDIHAGEN, 'Månen']).csv)
  await tallet(side, 'Ansatte')
  await side.getByText('Kolonner', { exact: true }).click()
  await felt(side, 'Permisjon').last().selectOption({ label: 'Brukes ikke' })
  await felt(side, 'Kilde').fill('Regneark')
  await side.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Oversikt' }).click()
  await ser(side.getByRole('heading', { name: 'Tallene er ikke lagret' }))
  await knapp(side, 'Bli her').click()
  await tallet(side, 'Ansatte')
  expect(await lagretI(side)).not.toContain(MERKE)
  await side.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Oversikt' }).click()
  await knapp(side, 'Gå uten å lagre').click()
  await ser(side.getByRole('heading', { level: 1, name: 'Bondihagen' }))
  await ser(synkmerke(side, /^Alt er synkronisert/))

  // The choice of columns is known again by the next list with the same columns; no word of it was kept.
  await aapne(side, server, '/maalinger/importer')
  await velgFil(side, 'stillinger.csv', listefil(100, [BONDIHAGEN]).csv)
  expect(await tallet(side, 'Utelatt')).toBe('5')
  expect(await lagretI(side)).not.toContain(MERKE)
  expect(sendt.join('\n')).not.toContain(MERKE)
  await nettbrett.close()
})

test('det som er galt i listen, vises med rad og kolonne, og over 100 % blir spurt om før noe lagres', async () => {
  const nettbrett = await newDevice(browser)
  const side = await tilImport(nettbrett, 'avdelingsleder Bondihagen')
  await velgFil(
    side,
    'laast.xlsx',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]),
  )
  await ser(side.getByText('Filen er låst med passord.'))

  const rad = (nr: string, prosent: string | number, enhet = BONDIHAGEN) => [nr, `Ansatt ${nr}`, enhet, prosent]
  await velgFil(
    side,
    'stillinger.xlsx',
    xlsx({
      Stillinger: [
        ['Ansattnr', 'Navn', 'Enhet', 'Stillingsprosent'],
        rad('1', 100),
        rad('2', 150),
        rad('3', 'åtti'),
        rad('4', -20),
        [],
        rad('1', 100),
        ['5', 'Ansatt 5', BONDIHAGEN, { formel: 'D2', verdi: null }],
        ['', '', '', 250],
      ],
    }),
  )
  expect(await tallene(side)).toEqual({
    Ansatte: '2',
    'Andel heltid': '100,0 %',
    'Gjennomsnittlig stilling': '100,0 %',
    Utelatt: '6',
  })
  for (const gruppe of await side.locator('details.gruppe > summary').all()) await gruppe.click()
  for (const setning of [
    'Rad 4, Stillingsprosent: «åtti» er ikke et tall. Skriv det med sifre, for eksempel 80.',
    'Rad 5, Stillingsprosent: «-20» er under 0. En stilling kan ikke være negativ.',
    'Rad 6: raden er tom.',
    'Rad 7: raden er helt lik rad 2, og er ikke talt to ganger.',
    'Rad 8, Stillingsprosent: her står en formel, ikke en verdi. Kopier kolonnen i Excel, og lim inn som verdier.',
    'Rad 9, Ansattnr: raden har ingen ansatt. Er det en sumrad?',
    'Rad 3, Stillingsprosent: «150» er over 100 % i én stilling. Stemmer det?',
  ])
    await ser(side.getByText(setning))
  for (const colorScheme of ['light', 'dark'] as const) {
    await side.emulateMedia({ colorScheme })
    await side.locator(`html[data-color-scheme="${colorScheme}"]`).waitFor()
    expect(await axefunn(side)).toEqual([])
  }

  await knapp(side, 'Lagre måling').focus()
  await side.keyboard.press('Enter')
  await ser(side.getByText('Svar på spørsmålet om stillinger over 100 % først.'))
  expect(await side.evaluate(() => document.activeElement?.textContent.trim())).toBe('Som 100 %')
  await side.keyboard.press('ArrowRight')
  await side.keyboard.press('ArrowRight')
  await side.keyboard.press('Enter')
  await expect.poll(() => tallet(side, 'Ansatte'), { timeout: 30_000 }).toBe('1')
  await knapp(side, 'Lagre måling').focus()
  await side.keyboard.press('Enter')
  await ser(side.getByRole('heading', { level: 1, name: BONDIHAGEN }))
  await knapp(side, 'Angre').click()
  await ser(side.getByText('Endringen er tatt tilbake.'))
  await serIkke(side.getByText('1 av 1').first())
  await nettbrett.close()
})

test('en stor Excel-fil gir de samme tallene som den samme listen i CSV, også under CSP-en', async () => {
  const nettbrett = await newDevice(browser)
  const side = await tilImport(nettbrett, 'avdelingsleder Bondihagen')
  const { csv, rader } = listefil(3000, [BONDIHAGEN])
  await velgFil(side, 'stillinger.csv', csv)
  const avCsv = await tallene(side)
  expect(avCsv['Utelatt']).toBe('210')
  await knapp(side, 'Velg en annen liste').click()
  const somTall = rader.map((r) => r.map((c, i) => (i === 6 ? Number(c.replace(',', '.')) : c)))
  await velgFil(side, 'stillinger.xlsx', xlsx({ Stillinger: [LISTEKOLONNER, ...somTall] }))
  expect(await tallene(side)).toEqual(avCsv)
  await nettbrett.close()
})

test('prosjektlederen limer inn hele listen, forklarer enhetene og lagrer for kommunen også', async () => {
  const kontor = await newDevice(browser, { viewport: SIZES.laptop })
  const side = await tilImport(kontor, 'prosjektleder')
  const linjer = [
    ['Ansattnr', 'Avdeling', 'Stillingsprosent'],
    ['1', 'Hurum BOS', '50'],
    ['1', 'Gullhella bo- og omsorgssenter', '30'],
    ['2', 'Filtvet', '100'],
    ['3', 'Måneskinnet', '40'],
  ]
  await felt(side, 'Lim inn fra Excel').evaluate(
    (el, tekst) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', tekst)
      el.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    linjer.map((l) => l.join('\t')).join('\n'),
  )
  await felt(side, 'Filtvet').selectOption({ label: 'Heldøgnsomsorg 2' })
  await felt(side, 'Måneskinnet').selectOption({ label: 'Asker kommune' })
  await expect.poll(() => tallet(side, 'Ansatte'), { timeout: 30_000 }).toBe('3')
  const rad = (navn: string) =>
    side.getByRole('row').filter({ has: side.getByRole('rowheader', { name: navn, exact: true }) })
  // 50 % in one unit and 30 % in another: heltid in the municipality, and in neither unit.
  await ser(rad('Hurum bo- og omsorgssenter').getByText('0,0 %', { exact: true }))
  await ser(rad('Velferd').getByText('100,0 %', { exact: true }).first())
  await ser(rad('Asker').getByText('66,7 %'))
  expect(await side.getByRole('checkbox', { name: 'Lagre Velferd' }).isChecked()).toBe(false)
  expect(await side.getByRole('checkbox', { name: 'Lagre Asker' }).isChecked()).toBe(true)
  await knapp(side, 'Lagre måling').click()
  await ser(side.getByText('Målingene for 4 enheter er lagret på nettbrettet.'))
  await ser(side.getByText('2 av 3 ansatte').first())
  await ser(synkmerke(side, /^Alt er synkronisert/))
  await kontor.close()
})
