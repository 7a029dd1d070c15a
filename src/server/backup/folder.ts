import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sync } from './file.ts'

/** The folder of copies: `heltidshjulet-2026-11-21T22-47-10.123Z.db`, the instant in UTC; what is under way ends in `.delvis-<process>`. */

export interface Copy {
  name: string
  /** When it was begun, milliseconds. */
  at: number
}

/** How many to keep: the newest of each of so many days, and of each of so many months. */
export interface Keep {
  days: number
  months: number
}

const DAY_MS = 86_400_000
const PARTIAL = '.delvis-'

/** What the copies of a database are called: its file's name without the ending. */
const stem = (file: string): string => basename(file, '.db')

const isoName = (at: number): string => new Date(at).toISOString().replaceAll(':', '-')

/** A name that no file in the folder has. */
export function freeName(dir: string, file: string, at: number, what = ''): string {
  for (let t = at; ; t++) {
    const name = `${stem(file)}-${what}${isoName(t)}.db`
    if (!existsSync(join(dir, name))) return name
  }
}

export const partialName = (name: string): string => `${name}${PARTIAL}${process.pid}`

/** The finished copies of this database, newest first. None where there is no folder. */
export function listCopies(dir: string, file: string): Copy[] {
  const start = `${stem(file)}-`
  return names(dir)
    .filter((name) => name.startsWith(start))
    .flatMap((name) => {
      const at = instantOf(name.slice(start.length))
      return at === null ? [] : [{ name, at }]
    })
    .sort((a, b) => b.at - a.at)
}

function instantOf(rest: string): number | null {
  const m = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.db$/.exec(rest)
  const at = m === null ? NaN : Date.parse(`${m[1]}${m[2]}:${m[3]}:${m[4]}`)
  return Number.isNaN(at) ? null : at
}

const names = (dir: string): string[] => (existsSync(dir) ? readdirSync(dir) : [])

/** Makes the folder, for its owner alone: copies hold names and what people wrote. */
export function makeFolder(dir: string): void {
  const made = mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (made === undefined) return
  giveTo(dir, join(dir, '..'))
  sync(join(made, '..'))
}

/** Root's work belongs to whoever owns what it stands beside, so that the server can use it afterwards. */
export function giveTo(path: string, beside: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(beside)
  chownSync(path, uid, gid)
}

/** Removes what a copying that was cut off left behind: its process is gone, or it is a day old. */
export function removePartials(dir: string, now: number): void {
  for (const name of names(dir)) {
    const pid = new RegExp(`${PARTIAL.replace('.', '\\.')}(\\d+)`).exec(name)?.[1]
    if (pid === undefined) continue
    const file = join(dir, name)
    const old = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > DAY_MS
    if (old || !isAlive(Number(pid))) rmSync(file, { force: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Which copies are to go. What stays: all from the last two days, the newest of each of the `days` latest days and of
 * each of the `months` latest months that have one, and the newest of all, whatever the clock says.
 */
export function superfluous(copies: readonly Copy[], keep: Keep, now: number): Copy[] {
  const newest = [...copies].sort((a, b) => b.at - a.at)
  const stay = new Set([
    ...newest.slice(0, 1),
    ...newest.filter(({ at }) => now - at < 2 * DAY_MS),
    ...newestOfEach(newest, 10).slice(0, keep.days),
    ...newestOfEach(newest, 7).slice(0, keep.months),
  ])
  return newest.filter((copy) => !stay.has(copy))
}

/** @param letters of the ISO instant: 10 for the day, 7 for the month */
function newestOfEach(newest: readonly Copy[], letters: number): Copy[] {
  const seen = new Map<string, Copy>()
  for (const copy of newest) {
    const period = isoName(copy.at).slice(0, letters)
    if (!seen.has(period)) seen.set(period, copy)
  }
  return [...seen.values()]
}

/** Removes what the rule says is to go, never the copy named in `spare`. @returns how many went */
export function prune(dir: string, file: string, keep: Keep, now: number, spare: string): number {
  const gone = superfluous(listCopies(dir, file), keep, now).filter(({ name }) => name !== spare)
  for (const { name } of gone) rmSync(join(dir, name), { force: true })
  return gone.length
}
