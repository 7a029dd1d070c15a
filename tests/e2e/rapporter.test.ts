import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright'
import { convert } from '../../scripts/libreoffice.mjs'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** Reports from the tablet to the PSU table: written without a network, taken out as files that LibreOffice opens, adopted and kept. */

let server: Server
let browser: Browser
let enheter: BrowserContext[]
let mappe: string
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
  enheter = []
  mappe = mkdtempSync(join(tmpdir(), 'heltidshjulet-rapport-'))
})
afterEach(async () => {
  for (const e of enheter) await e.close()
  await server.remove()
  rmSync(mappe, { recursive: true, force: true })
})
async function nettbrett(stoerrelse: keyof typeof SIZES = 'nettbrett'): Promise<BrowserContext> {
  const e = await newDevice(browser, { viewport: SIZES[stoerrelse], acceptDownloads: true })
  enheter.push(e)
  return e
}

async function lastNed(side: Page, navn: string): Promise<string> {
  const [fil] = await Promise.all([side.waitForEvent('download'), knapp(side, navn).click()])
  const sti = join(mappe, fil.suggestedFilename())
  await fil.saveAs(sti)
  return sti
}
/** The text that LibreOffice finds in a document it has opened. */
const iLibreOffice = (fil: string, slag: string): string => {
  const ut = mkdtempSync(join(mappe, 'lo-'))
  return convert(fil, slag, ut)
    .map((f) => readFileSync(f, 'utf8'))
    .join('\n')
}

test('årsrapporten lages uten nett, tas ut som DOCX og XLSX, vedtas, og står der for alle', async () => {
  const hennes = await nettbrett('laptop')
  const side = await loggInn(hennes, server, 'prosjektleder')
  await erLagretForFrakoblet(side)
  await hennes.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))

  await side.getByRole('link', { name: 'Mer', exact: true }).click()
  await side.getByRole('link', { name: 'Rapporter', exact: true }).click()
  await side.getByRole('link', { name: 'Årsrapport', exact: true }).click()
  await ser(side.getByRole('heading', { name: 'Årsrapport', level: 1 }))
  await side.getByRole('group', { name: 'År' }).getByRole('button', { name: '2024' }).click()
  await ser(side.getByText(/Andel heltid i Asker er 77,2\s%/))
  expect(await axefunn(side)).toEqual([])

  await knapp(side, /^Skriv om Kort fortalt/).click()
  await felt(side, 'Kort fortalt').fill('Vi er på vei. 👩‍⚕️\n\n=IKKE(en formel)')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('«Kort fortalt» er lagret.'))
  await ser(side.getByText('Vi er på vei. 👩‍⚕️'))

  const docx = await lastNed(side, 'Last ned DOCX')
  const tekst = iLibreOffice(docx, 'txt:Text')
  expect(tekst).toContain('Årsrapport')
  expect(tekst).toContain('Vi er på vei.')
  expect(tekst).toContain('Gjennomføre heltidsseminar med PSU')
  const aapnet = iLibreOffice(docx, 'fodt')
  expect(aapnet.match(/text:h [^>]*text:outline-level="1"/g)?.length ?? 0).toBeGreaterThan(8)
  expect(aapnet).toMatch(/<svg:desc>Andel heltid i Asker gikk fra/)
  expect(aapnet).toContain('<table:table-header-rows>')
  expect(aapnet).toContain('<text:table-of-content ')
  expect(aapnet).toMatch(/fo:language="nb"/)

  const ark = iLibreOffice(
    await lastNed(side, 'Last ned XLSX'),
    'csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,false,false,false,false,-1',
  )
  expect(ark).toContain('77.19')
  const csv = readFileSync(await lastNed(side, 'Last ned CSV'), 'utf8')
  expect(csv).toContain(';77,19;')

  await knapp(side, 'Vedta rapporten').click()
  await felt(side, 'Saksnummer').fill('24/02033')
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Frys utgaven').click()
  await ser(side.getByText('Utgave 1 er frosset som den er nå.'))
  await ser(side.getByText('24/02033', { exact: true }))
  await serIkke(knapp(side, /^Skriv om/))
  await hennes.setOffline(false)
  await ser(synkmerke(side, /^Alt er synkronisert/))

  // The text is written again after the version was frozen: the draft follows, the version stands.
  await knapp(side, /^Utkast/).click()
  await knapp(side, /^Skriv om Kort fortalt/).click()
  await felt(side, 'Kort fortalt').fill('Rettet tekst.')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText('Rettet tekst.'))
  await knapp(side, 'Vedta en rettet utgave').click()
  await knapp(side, 'Frys utgaven').click()
  await ser(side.getByText('Skriv hva som er rettet siden forrige utgave.'))
  await felt(side, 'Hva som er rettet').fill('Teksten i innledningen')
  await knapp(side, 'Frys utgaven').click()
  await ser(side.getByText('Utgave 2 er frosset som den er nå.'))
  await knapp(side, /^Utgave 1/).click()
  await ser(side.getByText('Vi er på vei. 👩‍⚕️'))
  await ser(synkmerke(side, /^Alt er synkronisert/))

  const leser = await loggInn(await nettbrett(), server, 'leser')
  await aapne(leser, server, '/rapporter/aarsrapport?aar=2024')
  await ser(leser.getByText('Rettet tekst.'))
  await ser(leser.getByText('Teksten i innledningen').first())
  await serIkke(knapp(leser, /^Skriv om/))
  await aapne(leser, server, '/rapporter/styringsgruppen')
  await ser(leser.getByRole('heading', { name: 'Ingen utgave er vedtatt ennå' }))
})

test('status til MBM er én side på papir, med det som skal drøftes', async () => {
  const hennes = await nettbrett()
  const side = await loggInn(hennes, server, 'avdelingsleder Bondihagen')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/rapporter')
  await hennes.setOffline(true)
  await side.getByRole('link', { name: 'Status til MBM', exact: true }).click()
  await ser(side.getByRole('heading', { name: 'Dette skal drøftes' }))
  await ser(side.getByRole('table', { name: 'Saker til møtet' }))
  expect(await axefunn(side)).toEqual([])

  await side.emulateMedia({ media: 'print' })
  const pdf = await side.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
})

test('to skriver den samme teksten uten nett, og begges ord blir med', async () => {
  const [a, b] = [await nettbrett(), await nettbrett()]
  const [foerste, andre] = [await loggInn(a, server, 'prosjektleder'), await loggInn(b, server, 'prosjektleder')]
  for (const side of [foerste, andre]) {
    await erLagretForFrakoblet(side)
    await aapne(side, server, '/rapporter/styringsgruppen')
    await ser(knapp(side, /^Skriv om Til beslutning/))
  }
  await a.setOffline(true)
  await b.setOffline(true)
  const skriv = async (side: Page, tekst: string) => {
    await knapp(side, /^Skriv om Til beslutning/).click()
    await felt(side, 'Til beslutning').fill(tekst)
    await knapp(side, 'Lagre').click()
    await ser(side.getByText('«Til beslutning» er lagret.'))
  }
  await skriv(foerste, 'Sak om langvakter.')
  await skriv(andre, 'Sak om fagteam.')
  for (const [e, side] of [
    [a, foerste],
    [b, andre],
  ] as const) {
    await e.setOffline(false)
    await ser(synkmerke(side, /^Alt er synkronisert/))
  }
  for (const side of [foerste, andre]) {
    await ser(side.getByText('Sak om langvakter.', { exact: false }))
    await ser(side.getByText('Sak om fagteam.', { exact: false }))
  }
})

test('Heltidspotten: kostnader føres, rettes og hentes fra fil, og summen er i hele øre', async () => {
  const hennes = await nettbrett('laptop')
  const side = await loggInn(hennes, server, 'prosjektleder')
  await aapne(side, server, '/rapporter/heltidspotten?aar=2024')
  await ser(side.getByText('Det er ikke ført kostnader ennå', { exact: false }))
  await knapp(side, 'Ny kostnad').click()
  await felt(side, 'Hva det gjelder').fill('Eksempel: prosjektlønn')
  await felt(side, 'Beløp i kroner').fill('1.500')
  await knapp(side, 'Lagre').click()
  await ser(side.getByText(/«1\.500» kan leses på to måter/))
  await felt(side, 'Beløp i kroner').fill('1.200.000,50')
  await felt(side, 'Dato').fill('2024-03-01')
  expect(await axefunn(side)).toEqual([])
  await knapp(side, 'Lagre').click()
  await ser(side.getByText(/1\s200\s000,50\skr er ført/))

  await knapp(side, 'Hent fra fil').click()
  await side.getByLabel('Velg fil').setInputFiles({
    name: 'regnskap.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Beløp;Dato;Hva det gjelder\r\n-kr 200;01.09.2024;Tilbakebetalt\r\nmye;01.09.2024;Feil\r\n'),
  })
  await ser(side.getByText('1 ny kostnad er lest, 1 rader kunne ikke leses:'))
  await ser(side.getByText('Rad 3: Skriv et beløp i kroner', { exact: false }))
  await knapp(side, 'Lagre kostnadene').click()
  await ser(side.getByText('1 kostnad er ført.'))
  await knapp(side, /^Rett Eksempel: prosjektlønn/).click()
  await ser(side.getByText(/er rettet med −1\s200\s000,50\skr/))
  const sum = side.getByRole('table', { name: 'Regnskap for 2024' }).getByRole('row', { name: /^Til sammen/ })
  await ser(sum.getByText(/^−200\skr$/).first())
  await ser(synkmerke(side, /^Alt er synkronisert/))
})
