import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'

/** Which database a command is about, from the same variables as the server, of which it needs no secret. */

export type Env = Readonly<Record<string, string | undefined>>

export interface Where {
  dataDir: string
  /** The folder of copies. */
  copies: string
  /** What `HELTIDSHJULET_DEMO` says; `null` where it says nothing. */
  demo: boolean | null
}

export const COPIES = 'sikkerhetskopier'

/** Two files: examples can never end up among real figures. */
export const databaseFile = (dataDir: string, demo: boolean): string =>
  join(dataDir, demo ? 'demo.db' : 'heltidshjulet.db')

/** Fault HH-121: an installation on PostgreSQL is copied by PostgreSQL's own tools. */
export function where(env: Env): Resultat<Where> {
  const given = (name: string) => env[name]?.trim() || undefined
  if (given('DATABASE_URL') !== undefined)
    return feil({
      kode: 'HH-121',
      tekst:
        'DATABASE_URL er satt, så databasen er PostgreSQL. Bruk pg_dump og pg_restore, slik docs/drift.md beskriver.',
    })
  const dataDir = resolve(given('DATA_DIR') ?? './data')
  const demo = given('HELTIDSHJULET_DEMO')
  return ok({
    dataDir,
    copies: resolve(given('HELTIDSHJULET_BACKUP_DIR') ?? join(dataDir, COPIES)),
    demo: demo === undefined ? null : demo === '1',
  })
}

/** The database to copy: the one that is named, else the one that is there; the real one before the demo's. */
export function databaseToCopy({ dataDir, demo }: Where): string {
  const real = databaseFile(dataDir, false)
  return databaseFile(dataDir, demo ?? !existsSync(real))
}
