import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { checkCopy, type Checked, type SpaceHead } from './check.ts'
import { copyInto, Damaged, immediately, sync, withFile, type DatabaseFile } from './file.ts'
import { freeName, giveTo, makeFolder, partialName, removePartials } from './folder.ts'

/** The points a copying passes. Cut off after any of them it has done no harm, and the next one puts right what is left. */
export type Step = 'copied' | 'checked' | 'synced' | 'named' | 'durable'

export interface TakeWorld {
  now: () => number
  /** Told after each step. */
  at?: (step: Step) => void
}

export interface Taken extends Checked {
  /** The finished copy. */
  file: string
  bytes: number
}

/**
 * Makes a checked copy of the database, while a server uses it or not: one instant of it under a name that does not
 * count, read through from end to end, put on the disk, and only then given its name. At last the live database is told
 * how far the copy goes (`durable`), which is what lets devices forget what they keep in reserve.
 *
 * Faults: HH-120 where there is no database, HH-520 where the copy cannot be written, HH-521 where it does not hold.
 * After a fault nothing is left under a finished name, and `durable` stands where it stood.
 */
export async function takeBackup(
  { file, dir }: { file: string; dir: string },
  { now, at = () => undefined }: TakeWorld,
): Promise<Resultat<Taken>> {
  if (!existsSync(file))
    return feil({
      kode: 'HH-120',
      tekst: `Det er ingen database å kopiere: ${file} finnes ikke. Sjekk DATA_DIR og HELTIDSHJULET_DEMO.`,
    })
  let partial: string | undefined
  try {
    makeFolder(dir)
    removePartials(dir, now())
    const name = freeName(dir, file, now())
    partial = join(dir, partialName(name))
    const checked = await copyAndCheck(file, partial, at)
    sync(partial)
    at('synced')
    const finished = join(dir, name)
    renameSync(partial, finished)
    sync(dir)
    at('named')
    await withFile(file, {}, (live) => moveDurable(live, checked.spaces))
    at('durable')
    return ok({ ...checked, file: finished, bytes: statSync(finished).size })
  } catch (e) {
    return feil(faultOf(e, dir))
  } finally {
    if (partial !== undefined) for (const end of ['', '-journal']) rmSync(`${partial}${end}`, { force: true })
  }
}

async function copyAndCheck(file: string, partial: string, at: (step: Step) => void): Promise<Checked> {
  await withFile(file, {}, (live) => copyInto(live, partial))
  chmodSync(partial, 0o600)
  giveTo(partial, file)
  at('copied')
  const checked = await withFile(partial, { readOnly: true }, checkCopy)
  at('checked')
  return checked
}

/**
 * Moves each space's `durable` up to what the copy holds: never back, never past it, and only where the live database
 * still has the very history that was copied (it may have been restored meanwhile).
 */
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
  const why = e instanceof Error ? e.message : String(e)
  return e instanceof Damaged
    ? {
        kode: 'HH-521',
        tekst: `Kopien ble ikke godkjent, og er ikke tatt vare på: ${why}. Nettbrettene beholder alt de har. Meld feilen, og behold de kopiene som finnes.`,
      }
    : {
        kode: 'HH-520',
        tekst: `Kopien kunne ikke skrives til ${dir} (${why}). Sjekk at mappen kan skrives til, og at det er plass på disken.`,
      }
}
