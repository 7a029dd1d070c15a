// Finds a Chromium that tests can drive, and installs one where there is none. `node scripts/browser.mjs` prints its path.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tools } from './lib/house.mjs'

/** What every Chromium that we start is given: quiet, and able to run as root in a container. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const usualPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const inCache =
  /(chrome|chrome-headless-shell|chrome\.exe|chrome-headless-shell\.exe|Google Chrome for Testing|Chromium)$/

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find(runs)

/** The newest Chromium that Playwright has fetched. */
function inPlaywrightCache() {
  const usual = { darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' }
  const folder = platform() === 'darwin' ? usual.darwin : platform() === 'win32' ? usual.win32 : '.cache/ms-playwright'
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), folder)
  if (!existsSync(cache)) return undefined
  const versions = readdirSync(cache).filter((name) => name.startsWith('chromium'))
  versions.sort((a, b) => Number(b.split('-').at(-1)) - Number(a.split('-').at(-1)))
  return versions
    .flatMap((name) =>
      readdirSync(join(cache, name), { recursive: true, encoding: 'utf8' }).map((file) => join(cache, name, file)),
    )
    .find((file) => inCache.test(file) && runs(file))
}

/**
 * The path of a Chromium on this machine: CHROMIUM_PATH, then the usual names on PATH, usual places, Playwright's cache.
 * `undefined` when there is none. Throws when CHROMIUM_PATH points at something that does not run.
 */
export function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen !== undefined && chosen !== '') {
    if (runs(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is not a program that can be run. Correct it, or unset it.`)
  }
  return names.map(onPath).find((path) => path !== undefined) ?? usualPaths.find(runs) ?? inPlaywrightCache()
}

/**
 * As findBrowser, but installs one when there is none: by apt-get as root on Debian and Ubuntu, otherwise Playwright's.
 * @param {(line: string) => void} say
 */
export function ensureBrowser(say = console.error) {
  const found = findBrowser()
  if (found !== undefined) return found
  for (const install of [byApt, byPlaywright]) {
    install(say)
    const installed = findBrowser()
    if (installed !== undefined) return installed
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

/** @param {(line: string) => void} say */
function byApt(say) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || onPath('apt-get') === undefined) return
  say('No Chromium found: installing the package "chromium" by apt-get')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 2, 2], env, timeout: 600_000 }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
}

/** @param {(line: string) => void} say */
function byPlaywright(say) {
  say("No Chromium found: installing Playwright's")
  const withSystemLibraries = process.getuid?.() === 0 && existsSync('/etc/debian_version') ? ['--with-deps'] : []
  spawnSync(process.execPath, [tools.playwright, 'install', ...withSystemLibraries, 'chromium'], {
    stdio: ['ignore', 2, 2],
    timeout: 600_000,
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureBrowser())
