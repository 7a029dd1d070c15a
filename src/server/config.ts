import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { feil, ok, type Feil, type Resultat } from '../domain/resultat.ts'
import type { BackupConfig } from './backup/automatic.ts'
import { readKeep } from './backup/keep.ts'
import { COPIES, databaseName, DEMO_NAME } from './backup/where.ts'

/** Everything the server is told from outside. Read once at the start, then frozen. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** `postgres://…`; `null` for a file in `dataDir`. */
  readonly databaseUrl: string | null
  readonly distDir: string
  readonly demo: boolean
  /** `null` in demo mode: then one is made and kept in `dataDir`. */
  readonly secret: string | null
  /** Origin that people type, without a slash at the end. */
  readonly baseUrl: string
  /** Whether the nearest proxy's `X-Forwarded-For` tells who calls. */
  readonly trustProxy: boolean
  /** Print a one-time link for a new prosjektleder at the start, though there is one already. */
  readonly newLink: boolean
  /** The copies that the server makes by itself; `hours` 0 for none. */
  readonly backup: BackupConfig
}

export const SECRET_MIN = 32

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535))
const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((s) => s === '1'),
)
const origin = v.pipe(
  v.string(),
  v.check((s) => URL.canParse(s) && /^https?:$/.test(new URL(s).protocol) && new URL(s).pathname === '/'),
  v.transform((s) => new URL(s).origin),
)
/** Of a demo's database or not, so that examples can never end up among real figures. */
const postgresUrl = (demo: boolean) =>
  v.pipe(
    v.string(),
    v.check((s) => {
      const name = databaseName(s)
      return name !== null && DEMO_NAME.test(name) === demo
    }),
  )
const text = v.pipe(v.string(), v.trim(), v.minLength(1))
const hours = v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d+)?$/), v.transform(Number))
const keep = v.pipe(
  v.string(),
  v.check((s) => readKeep(s) !== null),
  v.transform((s) => readKeep(s)!),
)

/** Each variable: how it is read, its default, and what to do when it does not hold. */
const variables = {
  PORT: [port, '8080', 'PORT må være et tall fra 0 til 65535, for eksempel PORT=8080.'],
  HOST: [text, '127.0.0.1', 'HOST må være en adresse å lytte på, for eksempel HOST=127.0.0.1.'],
  DATA_DIR: [text, './data', 'DATA_DIR må være en mappe, for eksempel DATA_DIR=./data.'],
  DIST_DIR: [text, './dist', 'DIST_DIR må være mappen med den bygde appen, for eksempel DIST_DIR=./dist.'],
  HELTIDSHJULET_DEMO: [flag, '0', 'HELTIDSHJULET_DEMO må være 1 (demo) eller 0 (vanlig drift).'],
  HELTIDSHJULET_NY_LENKE: [flag, '0', 'HELTIDSHJULET_NY_LENKE må være 1 (skriv ut en engangslenke ved start) eller 0.'],
  HELTIDSHJULET_BACKUP_HOURS: [
    hours,
    '24',
    'HELTIDSHJULET_BACKUP_HOURS må være timer mellom sikkerhetskopiene, for eksempel 24, eller 0 for ingen.',
  ],
  HELTIDSHJULET_BACKUP_KEEP: [
    keep,
    '14+12',
    'HELTIDSHJULET_BACKUP_KEEP må være dager og måneder det skal finnes kopi fra, for eksempel 14+12.',
  ],
  TRUST_PROXY: [flag, '0', 'TRUST_PROXY må være 1 (serveren står bak en proxy) eller 0.'],
} as const

/** Reads and checks the environment. Empty variables count as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Resultat<Config> {
  const given = (name: string) => env[name]?.trim() || undefined
  const faults: Feil[] = []
  const read = <N extends keyof typeof variables>(name: N) => {
    const [schema, standard, help] = variables[name]
    const parsed = v.safeParse(schema, given(name) ?? standard)
    if (!parsed.success) faults.push({ kode: 'HH-101', tekst: help, felt: name })
    return parsed.output as v.InferOutput<(typeof variables)[N][0]>
  }

  const demo = read('HELTIDSHJULET_DEMO')
  const fields = {
    port: read('PORT'),
    // The demo lets anyone in as anyone, so nobody outside the machine may reach it.
    host: demo ? '127.0.0.1' : read('HOST'),
    dataDir: resolve(read('DATA_DIR')),
    distDir: resolve(read('DIST_DIR')),
    trustProxy: read('TRUST_PROXY'),
    newLink: read('HELTIDSHJULET_NY_LENKE'),
  }
  const quiet = demo && given('HELTIDSHJULET_BACKUP_HOURS') === undefined
  const backup = {
    hours: quiet ? 0 : read('HELTIDSHJULET_BACKUP_HOURS'),
    keep: read('HELTIDSHJULET_BACKUP_KEEP'),
    dir: resolve(given('HELTIDSHJULET_BACKUP_DIR') ?? join(fields.dataDir, COPIES)),
  }
  const baseUrl = v.safeParse(origin, given('BASE_URL') ?? `http://localhost:${fields.port}`)
  if (!baseUrl.success)
    faults.push({
      kode: 'HH-101',
      felt: 'BASE_URL',
      tekst: 'BASE_URL må være adressen folk skriver, uten sti, for eksempel BASE_URL=https://heltid.kommune.no.',
    })
  const databaseUrl = v.safeParse(v.nullable(postgresUrl(demo)), given('DATABASE_URL') ?? null)
  if (!databaseUrl.success)
    faults.push({
      kode: 'HH-101',
      felt: 'DATABASE_URL',
      tekst: demo
        ? 'DATABASE_URL må i demomodus peke på en egen database med et navn som slutter på «demo», for eksempel DATABASE_URL=postgres://heltid@localhost/heltidsdemo. Er dette ikke en demo, sett HELTIDSHJULET_DEMO=0.'
        : 'DATABASE_URL må være adressen til en PostgreSQL-database med et navn som ikke slutter på «demo», for eksempel DATABASE_URL=postgres://heltid:passord@db.kommune.no/heltidshjulet.',
    })
  const secret = given('HELTIDSHJULET_SECRET') ?? null
  if (!demo && (secret === null || secret.length < SECRET_MIN))
    faults.push({
      kode: 'HH-102',
      felt: 'HELTIDSHJULET_SECRET',
      tekst: `Sett HELTIDSHJULET_SECRET til minst ${SECRET_MIN} tilfeldige tegn (lag dem med «openssl rand -base64 48»), eller start i demomodus med HELTIDSHJULET_DEMO=1.`,
    })
  const first = faults[0]
  if (first !== undefined || !baseUrl.success || !databaseUrl.success) return feil(first!)
  return ok(
    Object.freeze({
      ...fields,
      backup,
      demo,
      secret: demo ? null : secret,
      baseUrl: baseUrl.output,
      databaseUrl: databaseUrl.output,
    }),
  )
}
