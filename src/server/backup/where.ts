import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'

/** Which database a command is about, from the same variables as the server, of which it needs no secret. */

export type Env = Readonly<Record<string, string | undefined>>

export interface Where {
  dataDir: string
  /** The folder of copies. */
  copies: string
  /** What `HELTIDSHJULET_DEMO` says, or the name of the PostgreSQL database; `null` where neither says anything. */
  demo: boolean | null
  /** `null` where the database is a file in `dataDir`. */
  databaseUrl: string | null
}

export const COPIES = 'sikkerhetskopier'

/** Two files: examples can never end up among real figures. */
export const databaseFile = (dataDir: string, demo: boolean): string =>
  join(dataDir, demo ? 'demo.db' : 'heltidshjulet.db')

/** A demo's PostgreSQL database has a name that ends so, and no other may. */
export const DEMO_NAME = /demo$/

/** Fault HH-101 where `DATABASE_URL` is no address of a PostgreSQL database. */
export function where(env: Env): Resultat<Where> {
  const given = (name: string) => env[name]?.trim() || undefined
  const url = given('DATABASE_URL') ?? null
  const name = url === null ? '' : databaseName(url)
  if (name === null)
    return feil({
      kode: 'HH-101',
      tekst:
        'DATABASE_URL må være adressen til en PostgreSQL-database, for eksempel DATABASE_URL=postgres://heltid:passord@db.kommune.no/heltidshjulet.',
    })
  const dataDir = resolve(given('DATA_DIR') ?? './data')
  const said = given('HELTIDSHJULET_DEMO')
  return ok({
    dataDir,
    copies: resolve(given('HELTIDSHJULET_BACKUP_DIR') ?? join(dataDir, COPIES)),
    demo: url !== null ? DEMO_NAME.test(name) : said === undefined ? null : said === '1',
    databaseUrl: url,
  })
}

/** `null` where it is no address of a PostgreSQL database. */
export function databaseName(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, pathname } = new URL(url)
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1 ? pathname.slice(1) : null
}

/** Host and database, which is what the operator needs to see; a password has no place on a screen or in a log. */
export function addressWithoutPassword(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

/** The file to copy: the one that is there; the real one before the demo's. On PostgreSQL only what its copies are called after. */
export function databaseToCopy({ dataDir, demo, databaseUrl }: Where): string {
  const real = databaseFile(dataDir, false)
  return databaseFile(dataDir, demo ?? (databaseUrl === null && !existsSync(real)))
}
