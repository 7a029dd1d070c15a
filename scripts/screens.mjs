// npm run screens: pictures of every screen, for every role that has it, in three sizes, light and dark, into screens/.
// With --docs only the chosen few, into docs/bilder/ (the README and the user guide show them). --only=name takes those whose name begins so.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArgs, ensureBrowser } from './browser.mjs'
import { distDir, distServerDir, inRoot } from './lib/house.mjs'
import { docsPictures, roles, screens, sizes } from './lib/screens.mjs'

const docs = process.argv.includes('--docs')
const only = process.argv.find((a) => a.startsWith('--only='))?.slice('--only='.length) ?? ''
const target = inRoot(docs ? 'docs/bilder' : 'screens')

const built = spawnSync(process.execPath, [inRoot('scripts/build.mjs')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)

const dataDir = mkdtempSync(join(tmpdir(), 'heltidshjulet-bilder-'))
const port = await freePort()
const address = `http://localhost:${port}`
const server = spawn(process.execPath, [join(distServerDir, 'main.js')], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    NODE_ENV: 'production',
    HELTIDSHJULET_DEMO: '1',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DIST_DIR: distDir,
  },
})
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs })
try {
  await untilReady()
  mkdirSync(target, { recursive: true })
  let count = 0
  for (const role of roles) {
    const mine = docs
      ? docsPictures.filter((p) => p.role === role)
      : screens.filter((s) => s.roles.includes(role)).flatMap((s) => everyWay(s, role))
    const wanted = mine.filter(({ file }) => file.startsWith(only))
    if (wanted.length === 0) continue
    count += await takeAll(role, wanted)
  }
  console.log(`${count} pictures in ${target}`)
} finally {
  await browser.close()
  server.kill('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
}

/**
 * @typedef {import('./lib/screens.mjs').Picture} Picture
 * @typedef {import('./lib/screens.mjs').Screen} Screen
 */

/**
 * A screen in each size and colour scheme.
 * @param {Screen} screen
 * @param {string} role
 * @returns {Picture[]}
 */
function everyWay(screen, role) {
  const schemes = /** @type {const} */ (['light', 'dark'])
  return Object.keys(sizes).flatMap((size) =>
    schemes.map((scheme) => ({
      ...screen,
      role,
      size,
      scheme,
      file: `${screen.name}-${role.toLowerCase().replaceAll(' ', '-')}-${size}-${scheme}`,
    })),
  )
}

/**
 * Logs in once, then goes from picture to picture.
 * @param {string} role
 * @param {Picture[]} pictures
 */
async function takeAll(role, pictures) {
  const context = await browser.newContext({
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
    deviceScaleFactor: docs ? 1.5 : 1,
  })
  const page = await context.newPage()
  page.on('pageerror', (e) => console.error(`${role}: ${e.message}`))
  if (role !== 'ingen') {
    await page.goto(`${address}/logginn`)
    await page.getByRole('button', { name: `Logg inn som ${role}`, exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('status').filter({ hasText: 'Alt er synkronisert' }).waitFor()
  }
  for (const p of pictures) {
    const size = sizes[p.size]
    if (size === undefined) throw new Error(`${p.file}: no size ${p.size}`)
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: p.scheme, media: p.print ? 'print' : 'screen' })
    await context.setOffline(p.offline ?? false)
    await page.goto(address + (typeof p.path === 'string' ? p.path : await p.path(page, address)))
    await page.locator('h1').first().waitFor()
    for (const press of p.press ?? []) await page.getByRole(press.role, { name: press.name }).first().click()
    await settled(page)
    if (!docs && !p.press)
      await page.setViewportSize({ width: size.width, height: await wholeHeight(page, size.height) })
    await page.screenshot({ path: join(target, `${p.file}.png`) })
  }
  await context.close()
  return pictures.length
}

/**
 * A window as high as the page, so that nothing hides below its edge and the bar at the bottom stands at the bottom.
 * @param {import('playwright').Page} page @param {number} least
 */
function wholeHeight(page, least) {
  return page.evaluate((from) => Math.max(from, document.documentElement.scrollHeight), least)
}

/**
 * Data from the device is drawn, and the fonts are there. The network is never idle: the stream of hints stands open.
 * @param {import('playwright').Page} page
 */
async function settled(page) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page
    .locator('.lasting')
    .first()
    .waitFor({ state: 'detached', timeout: 5000 })
    .catch(() => undefined)
  await page.waitForTimeout(300)
}

async function untilReady() {
  for (let i = 0; i < 100; i++) {
    const answer = await fetch(`${address}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The server did not start.')
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => (at !== null && typeof at === 'object' ? done(at.port) : fail(new Error('no port'))))
    })
  })
}
