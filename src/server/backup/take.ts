import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { checkCopy, type Checked, type SpaceHead } from './check.ts'
import { copyInto, Damaged, immediately, sync, withFile, type DatabaseFile } from './file.ts'
import { freeName, giveTo, makeFolder, partialName, removePartials } from './folder.ts'
import { StartFeil, why } from '../startfeil.ts'

/** The points a copying passes. Cut off after any of them it has done no harm, and the next one puts right what is left. */
export type Step = 'copied' | 'checked' | 'synced' | 'named' | 'durable'

export interface TakeWorld {
  now: () => number
  /** Told after each step, and waited for. */
  at?: (step: Step) => unknown
}

export interface Taken extends Checked {
  /** The finished copy. */
  file: string
  bytes: number
}

/** A database as a copying sees it. */
export interface Source {
  /** Writes the whole of it, as of one instant, to a file that is not there. Others may write to the database meanwhile. */
  copyInto(file: string): Promise<void>
  /**
   * Moves each space's `durable` up to what the copy holds: never back, never past it, and only where the database
   * still has the very history that was copied (it may have been restored meanwhile).
   */
  moveDurable(spaces: readonly SpaceHead[]): Promise<void>
}

/** As `take`, of a SQLite file. Fault HH-120 where there is none. */
export async function takeBackup(place: { file: string; dir: string }, world: TakeWorld): Promise<Resultat<Taken>> {
  if (existsSync(place.file)) return take(ofFile(place.file), place, world)
  return feil({
    kode: 'HH-120',
    tekst: `Det er ingen database å kopiere: ${place.file} finnes ikke. Sjekk DATA_DIR og HELTIDSHJULET_DEMO.`,
  })
}

/**
 * Makes a checked copy of the database, while a server uses it or not: one instant of it under a name that does not
 * count, read through from end to end, put on the disk, and only then given its name. At last the live database is told
 * how far the copy goes (`durable`), which is what lets devices forget what they keep in reserve.
 *
 * Faults: HH-520 where the copy cannot be written, HH-521 where it does not hold, and those that the source has.
 * After a fault nothing is left under a finished name, and `durable` stands where it stood.
 *
 * @param file after which the copies are called; root's copies belong to its owner, or to the folder's
 */
export async function take(
  source: Source,
  { file, dir }: { file: string; dir: string },
  { now, at = () => undefined }: TakeWorld,
): Promise<Resultat<Taken>> {
  let partial: string | undefined
  try {
    makeFolder(dir)
    removePartials(dir, now())
    const name = freeName(dir, file, now())
    partial = join(dir, partialName(name))
    await source.copyInto(partial)
    chmodSync(partial, 0o600)
    giveTo(partial, existsSync(file) ? file : dir)
    await at('copied')
    const checked = await withFile(partial, { readOnly: true }, checkCopy)
    await at('checked')
    sync(partial)
    await at('synced')
    const finished = join(dir, name)
    renameSync(partial, finished)
    sync(dir)
    await at('named')
    await source.moveDurable(checked.spaces)
    await at('durable')
    return ok({ ...checked, file: finished, bytes: statSync(finished).size })
  } catch (e) {
    return feil(e instanceof StartFeil ? { kode: e.kode, tekst: e.message } : faultOf(e, dir))
  } finally {
    if (partial !== undefined) for (const end of ENDINGS) rmSync(`${partial}${end}`, { force: true })
  }
}

/** Of the files that SQLite has beside a database while it is written. */
const ENDINGS = ['', '-journal', '-wal', '-shm']

const ofFile = (file: string): Source => ({
  copyInto: (to) => withFile(file, {}, (live) => copyInto(live, to)),
  moveDurable: (spaces) => withFile(file, {}, (live) => moveDurable(live, spaces)),
})

function moveDurable(live: DatabaseFile, spaces: readonly SpaceHead[]): void {
  const move = live.prepare(`
    update space set durable = :head
    where id = :id and epoch = :epoch and durable < :head and head >= :head
      and exists (select 1 from commit_log where space = :id and ver = :head and mark = :mark)`)
  immediately(live, () => {
    for (const { id, epoch, head, mark } of spaces) move.run({ id, epoch, head, mark })
  })
}

function faultOf(e: unknown, dir: string): { kode: string; tekst: string } {
  return e instanceof Damaged
    ? {
        kode: 'HH-521',
        tekst: `Kopien ble ikke godkjent, og er ikke tatt vare på: ${why(e)}. Nettbrettene beholder alt de har. Meld feilen, og behold de kopiene som finnes.`,
      }
    : {
        kode: 'HH-520',
        tekst: `Kopien kunne ikke skrives til ${dir} (${why(e)}). Sjekk at mappen kan skrives til, og at det er plass på disken.`,
      }
}
