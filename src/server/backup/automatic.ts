import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { listCopies, type Keep } from './folder.ts'
import { createSchedule, type BackupStatus } from './schedule.ts'

/** The copies that a running server makes by itself. */

export interface BackupConfig {
  /** Hours between; 0: none. */
  hours: number
  keep: Keep
  /** The folder of copies. */
  dir: string
}

export interface TakeOrder {
  /** The database, or on PostgreSQL what its copies are called after. */
  file: string
  /** The database is the one that `DATABASE_URL` names. */
  postgres: boolean
  dir: string
  keep: Keep
}

/** Makes one copy and removes those that are superfluous; ends early when the signal says so. */
export type TakeOne = (order: TakeOrder, stop: AbortSignal) => Promise<Resultat<unknown>>

export interface Automatic {
  status(): BackupStatus
  stop(): void
}

const FIRST_MS = 60_000
const LOOK_MS = 10 * 60_000

/** Looks a minute after the start and then every tenth whether it is time. Keeps no process alive. */
export function startAutomatic(
  config: BackupConfig,
  {
    file,
    postgres,
    now,
    log,
    take,
  }: Pick<TakeOrder, 'file' | 'postgres'> & { now: () => number; log: (line: string) => void; take: TakeOne },
): Automatic {
  const stop = new AbortController()
  const schedule = createSchedule({
    hours: config.hours,
    now,
    log,
    newest: () => listCopies(config.dir, file)[0]?.at ?? null,
    take: () => take({ file, postgres, dir: config.dir, keep: config.keep }, stop.signal),
  })
  const look = () => void schedule.tick()
  const first = setTimeout(look, FIRST_MS).unref()
  const timer = setInterval(look, LOOK_MS).unref()
  return {
    status: schedule.status,
    stop() {
      clearTimeout(first)
      clearInterval(timer)
      stop.abort()
    },
  }
}

/** Whether the copies lie on the database's own disk, and go with it. `null` before there is a folder. */
export function onSameDisk(file: string, dir: string): boolean | null {
  const folder = statSync(dir, { throwIfNoEntry: false })
  return folder === undefined ? null : folder.dev === statSync(dirname(file)).dev
}

/**
 * Copies in a process of its own, as `npm run backup` does: to copy and read through a large database takes seconds and
 * memory that the server's users would notice.
 *
 * @param main the `import.meta.url` of the server's own file, built or source
 */
export function inOwnProcess(main: string): TakeOne {
  const path = fileURLToPath(main)
  const entry = join(dirname(path), path.endsWith('.ts') ? 'backup/main.ts' : 'backup.js')
  return ({ file, postgres, dir, keep }, signal) =>
    new Promise((done) => {
      const what = postgres ? [] : ['--file', file]
      const args = [entry, ...what, '--to', dir, '--keep', `${keep.days}+${keep.months}`]
      const child = spawn(process.execPath, [...process.execArgv, ...args], {
        stdio: ['ignore', 'ignore', 'pipe'],
        signal,
      })
      let said = ''
      child.stderr.on('data', (part: Buffer) => (said += part.toString()))
      child.once('error', (e) => done(feil({ kode: 'HH-520', tekst: `Kopieringen kom ikke i gang (${e.message}).` })))
      child.once('close', (code) => {
        const fault = code === 0 ? null : asFeil(said, code)
        // Another server on the same database does it.
        done(fault === null || fault.kode === 'HH-522' ? ok(null) : feil(fault))
      })
    })
}

function asFeil(said: string, code: number | null) {
  const m = /^(HH-\d{3}): (.+)$/m.exec(said)
  return {
    kode: m?.[1] ?? 'HH-520',
    tekst: m?.[2] ?? `Kopieringen stoppet med kode ${code ?? 'ingen'}: ${said.trim().slice(-500)}`,
  }
}
