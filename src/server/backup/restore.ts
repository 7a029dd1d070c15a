import { chmodSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { feil, ok, type Feil, type Resultat } from '../../domain/resultat.ts'
import { checkCopy, type Checked } from './check.ts'
import { copyInto, Damaged, immediately, openFile, sync, withFile, type DatabaseFile } from './file.ts'
import { freeName, giveTo, makeFolder, partialName, removePartials } from './folder.ts'
import { bringOver, lacks, readStanding, type Standing } from './standing.ts'
import { databaseFile } from './where.ts'

export type RestoreStep = 'copied' | 'locked' | 'prepared' | 'aside' | 'placed'

export interface RestoreOrder {
  copy: string
  dataDir: string
  /** What the installation is meant to be; `null` takes what the copy is. */
  demo: boolean | null
  /** Go back further than what the devices were told is safe. */
  older: boolean
}

export interface RestoreWorld {
  now: () => number
  uuid: () => string
  at?: (step: RestoreStep) => void
}

export interface Restored extends Checked {
  /** The database as it now is. */
  file: string
  /** Where the one before lies; `null` where there was none. */
  aside: string | null
  /** Taken over from it: users that are shut out, and devices that were taken away, since the copy was made. */
  shutOut: number
  /** Users that it had and the copy does not; `null` where it could not be read. */
  missingUsers: number | null
}

/**
 * Puts a copy in the database's place. The copy itself is read and never touched; the database that stands there is kept
 * beside under a name with the time. Cut off at any point, the former or the restored database stands whole in its place.
 *
 * Every space gets a new epoch, so that every device notices, whatever version it stands at, and sends again what is not
 * `durable`: versions are used a second time after a restore, and a device that had only pushed could otherwise take
 * the new one for its own.
 *
 * Faults: HH-123 the file is no copy, HH-124 a server runs, HH-125 the copy is of the other kind, HH-126 it is older than
 * what devices were told is safe, HH-520 the disk.
 */
export async function restore(order: RestoreOrder, world: RestoreWorld): Promise<Resultat<Restored>> {
  const { copy, dataDir } = order
  const at = world.at ?? (() => undefined)
  if (!existsSync(copy)) return feil(notACopy(copy, 'filen finnes ikke'))
  let partial: string | undefined
  let present: DatabaseFile | null = null
  try {
    const checked = await withFile(copy, { readOnly: true }, checkCopy)
    if (order.demo !== null && order.demo !== checked.demo) return feil(otherKind(checked.demo))
    const file = databaseFile(dataDir, checked.demo)
    makeFolder(dataDir)
    removePartials(dataDir, world.now())
    partial = join(dataDir, partialName(freeName(dataDir, file, world.now())))
    const into = partial
    await withFile(copy, { readOnly: true }, (db) => copyInto(db, into))
    at('copied')

    const had = existsSync(file)
    present = had ? await takeForOurselves(file) : null
    at('locked')
    const standing = present === null ? null : readStanding(present)
    if (standing !== null && !order.older && (await withFile(into, {}, (db) => lacks(db, standing))))
      return feil(BEHIND)
    const brought = await withFile(into, {}, (db) => prepare(db, standing, world.uuid))
    await withFile(into, { readOnly: true }, checkCopy)
    chmodSync(into, had ? statSync(file).mode & 0o777 : 0o600)
    giveTo(into, had ? file : dataDir)
    sync(into)
    at('prepared')

    const aside = join(dataDir, freeName(dataDir, file, world.now(), 'foer-'))
    keepAside(file, aside)
    at('aside')
    renameSync(into, file)
    sync(dirname(file))
    at('placed')
    return ok({ ...checked, ...brought, file, aside: had ? aside : null })
  } catch (e) {
    return feil(faultOf(e, copy, dataDir))
  } finally {
    if (present !== null) {
      present.exec('rollback')
      present.close()
    }
    if (partial !== undefined) for (const end of ['', '-journal']) rmSync(`${partial}${end}`, { force: true })
  }
}

class InUse extends Error {}

/** SQLite's own numbers. */
const BUSY = 5
const CORRUPT = 11
const NOT_A_DATABASE = 26

/**
 * The database with the log written back into it and everybody else shut out until it is closed. To leave WAL takes
 * that nobody else has it open, which is how a running server is noticed, on whatever port.
 *
 * @returns `null` where it is too damaged to be opened @throws InUse
 */
async function takeForOurselves(file: string): Promise<DatabaseFile | null> {
  let db: DatabaseFile | null = null
  try {
    db = await openFile(file, { waitMs: 1000 })
    const mode = db.prepare('pragma journal_mode = delete').get() as { journal_mode: string } | undefined
    if (mode?.journal_mode !== 'delete') throw new InUse()
    db.exec('begin exclusive')
    return db
  } catch (e) {
    db?.close()
    const code = (e as { errcode?: number }).errcode ?? 0
    if (e instanceof InUse || (code & 0xff) === BUSY) throw new InUse()
    if ([CORRUPT, NOT_A_DATABASE].includes(code & 0xff)) return null
    throw e
  }
}

/** Gives every space of the copy a new epoch, and shuts out of it whom the standing shuts out. */
export function prepare(db: DatabaseFile, standing: Standing | null, uuid: () => string) {
  let brought = { shutOut: 0, missingUsers: null as number | null }
  const epoch = db.prepare('update space set epoch = ? where id = ?')
  const spaces = db.prepare('select id from space').all() as { id: string }[]
  immediately(db, () => {
    for (const { id } of spaces) epoch.run(uuid(), id)
    if (standing !== null) brought = bringOver(db, standing)
  })
  return brought
}

/** A second name for the same file, so that there is no moment without a database. A log without its database, or of a damaged one, goes along: it must never be taken for the restored one's. */
function keepAside(file: string, aside: string): void {
  for (const end of ['-wal', '-shm', '-journal'])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  if (!existsSync(file)) return
  try {
    linkSync(file, aside)
  } catch {
    // A file system without second names.
    renameSync(file, aside)
  }
}

export const notACopy = (copy: string, why: string): Feil => ({
  kode: 'HH-123',
  tekst: `${copy} kan ikke legges tilbake: ${why}. Ingenting er endret. Velg en annen kopi.`,
})
export const otherKind = (demo: boolean): Feil => ({
  kode: 'HH-125',
  tekst: `Kopien er fra ${demo ? 'en demo' : 'vanlig drift'}, og HELTIDSHJULET_DEMO er ${demo ? '0' : '1'}. Ingenting er endret.`,
})
export const BEHIND: Feil = {
  kode: 'HH-126',
  tekst:
    'Det finnes en nyere kopi enn denne, og nettbrettene har sluttet å ta vare på det som er i den. Ingenting er endret. Legg tilbake den nyeste kopien, eller skriv --eldre hvis du vet at det som er skrevet etter denne, skal bort.',
}

function faultOf(e: unknown, copy: string, dataDir: string): Feil {
  const why = e instanceof Error ? e.message : String(e)
  if (e instanceof Damaged) return notACopy(copy, why)
  if (e instanceof InUse)
    return {
      kode: 'HH-124',
      tekst: `En server bruker databasen i ${dataDir}. Stopp den, og prøv igjen. Ingenting er endret.`,
    }
  return {
    kode: 'HH-520',
    tekst: `Kopien kunne ikke legges i ${dataDir} (${why}). Sjekk at mappen kan skrives til, og at det er plass på disken.`,
  }
}
