// Finds LibreOffice, which the tests open what is handed out with; installs it where there is none.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const names = ['soffice', 'libreoffice']
const usual = ['/Applications/LibreOffice.app/Contents/MacOS']

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The program: LIBREOFFICE_PATH, then PATH, then the usual places. `undefined` when there is none. */
export function findLibreOffice() {
  const chosen = process.env.LIBREOFFICE_PATH
  if (chosen !== undefined && chosen !== '') {
    if (runs(chosen)) return chosen
    throw new Error(`LIBREOFFICE_PATH is ${chosen}, which cannot be run. Correct it, or unset it.`)
  }
  return [...(process.env.PATH ?? '').split(delimiter), ...usual]
    .flatMap((dir) => names.map((name) => join(dir, name)))
    .find(runs)
}

/**
 * As findLibreOffice, but installs it when there is none: by apt-get as root on Debian and Ubuntu.
 * @param {(line: string) => void} say
 */
export function ensureLibreOffice(say = console.error) {
  const found = findLibreOffice()
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('No LibreOffice found: installing Writer and Calc by apt-get')
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const options = {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
      options,
    )
  }
  const installed = findLibreOffice()
  if (installed !== undefined) return installed
  throw new Error(
    'No LibreOffice was found, and none could be installed. Install LibreOffice 7 or later, or set LIBREOFFICE_PATH to the program.',
  )
}

/**
 * Turns a file into another kind beside it, as `soffice --convert-to` does; gives the new file's path.
 * @param {string} file
 * @param {string} kind «pdf», «txt:Text», «csv:…»
 * @param {string} into a folder
 */
export function convert(file, kind, into) {
  const profile = mkdtempSync(join(tmpdir(), 'heltidshjulet-lo-'))
  try {
    const run = spawnSync(
      ensureLibreOffice(),
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        kind,
        '--outdir',
        into,
        file,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    const made = readdirSync(into)
    if (run.status !== 0 || made.length === 0) throw new Error(`LibreOffice: ${run.stdout} ${run.stderr}`)
    return made.map((name) => join(into, name))
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}
