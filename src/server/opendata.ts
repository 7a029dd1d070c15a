import { mkdirSync, statSync } from 'node:fs'
import { addressWithoutPassword, databaseFile } from './backup/where.ts'
import type { Config } from './config.ts'
import { openDatabase, type OpenDatabase } from './dialect.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { StartFeil, why } from './startfeil.ts'
import { oneStartAtATime } from './transaction.ts'

/** Opens the database that the configuration names and brings it to the newest schema. Throws `StartFeil`. */
export async function openData(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  const { dataDir, databaseUrl } = config
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (e) {
    throw new StartFeil('HH-103', `Mappen ${dataDir} kan ikke lages. Sett DATA_DIR til en mappe som kan skrives til.`, {
      cause: e,
    })
  }
  return databaseUrl === null ? openFile(config) : openServer(databaseUrl, log)
}

async function openFile({ dataDir, demo }: Config): Promise<OpenDatabase> {
  // Two files: examples can never end up among real figures.
  const file = databaseFile(dataDir, demo)
  const inode = () => statSync(file, { throwIfNoEntry: false })?.ino
  let data: OpenDatabase | undefined
  try {
    const before = inode()
    data = await openDatabase({ file })
    await migrate(data.db)
    // What is written to a file that was put aside meanwhile would be lost with the next start.
    if (before !== undefined && before !== inode()) throw new Error('en kopi ble lagt tilbake i samme øyeblikk')
    return data
  } catch (e) {
    await data?.close()
    throw new StartFeil(
      'HH-105',
      `Databasen ${file} kan ikke åpnes eller oppgraderes (${why(e)}). Sjekk at filen kan skrives til og at programmet ikke er eldre enn databasen, eller legg tilbake en sikkerhetskopi.`,
      { cause: e },
    )
  }
}

async function openServer(url: string, log: (line: string) => void): Promise<OpenDatabase> {
  let data: OpenDatabase | undefined
  try {
    data = await openPostgres({ url, log })
    const { db } = data
    await oneStartAtATime(db, () => migrate(db))
    return data
  } catch (e) {
    await data?.close()
    throw new StartFeil(
      'HH-106',
      `PostgreSQL-databasen ${addressWithoutPassword(url)} kan ikke åpnes eller oppgraderes (${why(e)}). Sjekk DATABASE_URL, at databasen går, og at programmet ikke er eldre enn databasen.`,
      { cause: e },
    )
  }
}
