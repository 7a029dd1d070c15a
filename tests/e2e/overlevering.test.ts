import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { browserArgs, findBrowser } from '../../scripts/browser.mjs'
import {
  aapne,
  erLagretForFrakoblet,
  felt,
  gaaTil,
  knapp,
  loggInn,
  ser,
  synkmerke,
  type Bruker,
} from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** One has no network and shows codes; a colleague reads them with a camera, and brings them to the server. */

const mappe = mkdtempSync(join(tmpdir(), 'heltidshjulet-kamera-'))
/** What the camera sees, over and over: JPEG pictures, 30 a second. */
const film = join(mappe, 'film.mjpeg')
let browser: Browser
let server: Server
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...browserArgs, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  })
})
afterAll(async () => {
  await browser.close()
  rmSync(mappe, { recursive: true })
})
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.remove())

/** A tablet that the server knows, and that opens without a network. */
async function nettbrett(som: Bruker, kamera = false): Promise<Page> {
  const enhet = await newDevice(browser, kamera ? { permissions: ['camera'] } : {})
  const meldt = enhet.waitForEvent('response', (r) => r.url().endsWith('/api/overlevering/nettbrett'))
  const side = await loggInn(enhet, server, som)
  expect((await meldt).status()).toBe(200)
  await erLagretForFrakoblet(side)
  return side
}

async function registrerMaaling(side: Page) {
  await gaaTil(side, 'Mer')
  await side.getByRole('link', { name: 'Målinger' }).click()
  await knapp(side, 'Registrer måling').click()
  await felt(side, 'Teller').fill('41')
  await felt(side, 'Nevner').fill('54')
  await knapp(side, 'Lagre måling').click()
  await ser(synkmerke(side, /1 endring venter/))
}
async function tilOverlever(side: Page) {
  await synkmerke(side, /.*/).getByRole('link').click()
  await side.getByRole('link', { name: 'Overlever dine' }).click()
  await ser(side.getByRole('heading', { name: '1 endring fra deg' }))
}

/** How many times the figure stands among the measurements. */
async function maalinger(side: Page): Promise<number> {
  await aapne(side, server, '/maalinger?enhet=bondihagen')
  const tall = side.getByText(/41 av 54/)
  await ser(tall.first())
  return tall.count()
}

/** Turns the codes by hand and takes a picture of each, as a camera would see them: some pictures of each, with the room around. */
async function filmKodene(side: Page, forst: Buffer[] = []): Promise<number> {
  const kode = side.getByRole('img', { name: /^QR-kode/ })
  const antall = Number(/av (\d+)$/.exec((await kode.getAttribute('aria-label'))!)![1])
  const bilder = [...forst]
  for (let i = 0; i < antall; i++) {
    await ser(side.getByRole('img', { name: `QR-kode ${i + 1} av ${antall}` }))
    await kode.scrollIntoViewIfNeeded()
    const { x, y, width } = (await kode.boundingBox())!
    const kant = 2 * Math.floor(Math.min(width + 40, SIZES.nettbrett.width - 40) / 2)
    const clip = { x: Math.floor(x - 20), y: Math.floor(y - 20), width: kant, height: kant }
    bilder.push(await side.screenshot({ type: 'jpeg', quality: 80, clip }))
    if (antall > 1) await knapp(side, 'Neste').click()
  }
  writeFileSync(film, Buffer.concat(bilder.flatMap((b) => Array<Buffer>(6).fill(b))))
  return antall
}

/** In which documents the camera may be used at all, whatever the person says. */
const kameraTillatt = (side: Page) =>
  side.evaluate(() =>
    (document as unknown as { featurePolicy: { allowsFeature(f: string): boolean } }).featurePolicy.allowsFeature(
      'camera',
    ),
  )

test('det hun skrev uten nett, leses av kollegaens kamera, leveres i hennes navn, og telles én gang', async () => {
  const hun = await nettbrett('avdelingsleder Bondihagen')
  const enhet = hun.context()
  const kollega = await nettbrett('avdelingsleder Hurum', true)
  await server.stop()

  await registrerMaaling(hun)
  await tilOverlever(hun)
  expect(await filmKodene(hun)).toBeGreaterThan(3)
  await knapp(hun, 'Kollegaen har fått alt').click()
  await ser(hun.getByText(/^Overlevert .*, ikke bekreftet$/))
  await ser(synkmerke(hun, /1 endring venter/))
  await hun.close()

  await synkmerke(kollega, /.*/).getByRole('link').click()
  await kollega.getByRole('link', { name: 'Ta imot en kollegas' }).click()
  await knapp(kollega, 'Start kameraet').click()
  await ser(kollega.getByText('1 endring fra Eksempel avdelingsleder Bondihagen', { exact: true }))
  await ser(kollega.getByText(/Leveres når nettbrettet får nett\./))
  // The camera is let go of, and what is carried survives a closed tab.
  await ser(knapp(kollega, 'Start kameraet'))
  await kollega.reload()
  await ser(kollega.getByText(/Leveres når nettbrettet får nett\./))

  await server.start()
  await ser(kollega.getByText(/^Levert \d/))
  const leder = await nettbrett('prosjektleder')
  const vist = await maalinger(leder)
  await aapne(leder, server, '/administrasjon?del=historikk')
  await ser(leder.getByText('Leverte endringer fra Eksempel avdelingsleder Bondihagen, båret uten nett'))

  const senere = await aapne(await enhet.newPage(), server, '/synkronisering')
  await ser(synkmerke(senere, /^Alt er synkronisert/))
  expect(await maalinger(senere)).toBe(vist)
  expect(await maalinger(leder)).toBe(vist)
})

test('på fil: låst på veien, og den som tar imot noe annet, får vite hva det er', async () => {
  const hun = await nettbrett('avdelingsleder Bondihagen')
  const kollega = await nettbrett('tillitsvalgt Bondihagen')
  await server.stop()
  await registrerMaaling(hun)
  await tilOverlever(hun)
  await knapp(hun, 'Fil').click()
  const [lastet] = await Promise.all([hun.waitForEvent('download'), knapp(hun, 'Lagre overleveringen til fil').click()])
  expect(lastet.suggestedFilename()).toMatch(/^heltidshjulet-overlevering-.*\.heltid$/)
  const fil = (await lastet.path())!

  await synkmerke(kollega, /.*/).getByRole('link').click()
  await kollega.getByRole('link', { name: 'Ta imot en kollegas' }).click()
  const velger = felt(kollega, 'Velg overleveringen')
  await velger.setInputFiles({ name: 'brev.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') })
  await ser(kollega.getByText(/^Dette er ikke en overlevering fra Heltidshjulet/))
  await velger.setInputFiles(fil)
  await ser(kollega.getByText('1 endring fra Eksempel avdelingsleder Bondihagen', { exact: true }))
  await server.start()
  await ser(kollega.getByText(/^Levert \d/))
})

test('kameraet er tillatt på siden som tar imot, og bare der, med og uten nett', async () => {
  const side = await nettbrett('leser', true)
  const bruk = () =>
    side.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'ja',
        (e: unknown) => (e as Error).name,
      ),
    )
  writeFileSync(film, await side.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 320, height: 240 } }))
  for (const nett of [true, false]) {
    if (!nett) await server.stop()
    await side.goto(`${server.url}/synkronisering`)
    await side.getByRole('link', { name: 'Ta imot en kollegas' }).waitFor()
    expect([await kameraTillatt(side), await bruk()]).toEqual([false, 'NotAllowedError'])
    await side.getByRole('link', { name: 'Ta imot en kollegas' }).click()
    await ser(side.getByRole('heading', { name: 'Ta imot en kollegas', level: 1 }))
    expect([await kameraTillatt(side), await bruk()]).toEqual([true, 'ja'])
    await side.getByRole('link', { name: 'Til Synkronisering' }).click()
    await ser(side.getByRole('heading', { name: 'Synkronisering', level: 1 }))
    expect([await kameraTillatt(side), await bruk()]).toEqual([false, 'NotAllowedError'])
    await side.goBack()
    await ser(side.getByRole('heading', { name: 'Ta imot en kollegas', level: 1 }))
    expect(await kameraTillatt(side)).toBe(true)
    await gaaTil(side, 'Oversikt')
    expect(await kameraTillatt(side)).toBe(false)
  }
  await server.start()
  for (const sti of ['/synkronisering/motta', '/synkronisering', '/', '/api/om']) {
    const { headers } = await fetch(server.url + sti)
    expect(headers.get('permissions-policy')).toContain(sti.endsWith('motta') ? 'camera=(self)' : 'camera=()')
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  }
})

test('fremmede koder, et kamera som nektes, og sider som kan brukes av alle', async () => {
  const hun = await nettbrett('avdelingsleder Bondihagen')
  await server.stop()
  await registrerMaaling(hun)
  await tilOverlever(hun)
  const funn: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await hun.emulateMedia({ colorScheme })
    await hun.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
    funn.push(...(await axefunn(hun)))
    expect(await hun.locator('.hvitt').evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgb(255, 255, 255)')
  }
  await hun.setViewportSize({ width: 320, height: 640 })
  expect(await hun.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await knapp(hun, 'Fil').click()
  funn.push(...(await axefunn(hun)))

  // Nobody has let this one use the camera.
  await hun.getByRole('link', { name: 'Avbryt' }).click()
  await hun.getByRole('link', { name: 'Ta imot en kollegas' }).click()
  await knapp(hun, 'Start kameraet').click()
  await ser(hun.getByText(/^Nettleseren fikk ikke lov til å bruke kameraet\./))
  expect(await hun.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  funn.push(...(await axefunn(hun)))
  expect(funn).toEqual([])
})
