import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Kysely } from 'kysely'
import { onTestFinished } from 'vitest'
import { openFile, type DatabaseFile } from '../../../src/server/backup/file.ts'
import { openDatabase } from '../../../src/server/dialect.ts'
import { migrate } from '../../../src/server/migrate.ts'
import type { Database } from '../../../src/server/schema.ts'
import { createStore } from '../../../src/server/sync/store.ts'
import { lagUuid } from '../../../src/sync/id.ts'
import type { Bruker } from '../../../src/domain/tilgang.ts'
import type { Op } from '../../../src/sync/op.ts'
import { BRUKERE, ORGANISASJON } from '../../support/store.ts'

export const inRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/**
 * A connection lets go of its locks when its last statement is gone, which on Node 20 is when the collector has taken it:
 * in a server's life that is its process's end, and here it must be before another takes the file for itself.
 */
export async function released(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let i = 0; i < 3; i++) {
    collect()
    await setImmediate()
  }
}

export const ROM = 'unit:bondihagen'

/** A hand that writes to this database as a device does. */
export async function writerOn(db: Kysely<Database>) {
  const uuid = lagUuid(Date.now, (b) => crypto.getRandomValues(b))
  const store = createStore({ db, now: Date.now, uuid })
  await store.seed(ORGANISASJON, 'server')
  const bruker = { ...BRUKERE.bondihagen, enheter: [...BRUKERE.bondihagen.enheter] } as Bruker
  const replica = uuid()
  let seq = 0

  /** Writes one activity, as one commit, and gives its id. */
  async function write(tittel = 'Heltid'): Promise<string> {
    const [opId, id] = [uuid(), uuid()]
    const op: Op = {
      opId,
      seq: ++seq,
      txnId: opId,
      kind: 'set',
      space: ROM,
      type: 'aktivitet',
      id,
      set: { tittel, enhet: 'bondihagen', ansvarlig: 'avdelingsleder' },
      base: { tittel: null, enhet: null, ansvarlig: null },
      schema: 1,
      t: Date.now(),
    }
    const now = Date.now()
    const done = await store.sync(bruker, {
      protocol: 1,
      replica,
      device: '',
      schema: 1,
      now,
      push: [op],
      spaces: [],
      only: [],
    })
    const result = done.ok ? done.verdi.results[0] : undefined
    if (result?.status !== 'applied') throw new Error(JSON.stringify(done))
    return id
  }
  const space = () => db.selectFrom('space').selectAll().where('id', '=', ROM).executeTakeFirstOrThrow()
  const ids = async () =>
    (await db.selectFrom('record').select('id').where('space', '=', ROM).orderBy('id').execute()).map((r) => r.id)
  return { db, store, write, space, ids }
}

/** A data folder with a real database in it, open as a server has it, and a hand that writes to it. */
export async function dataFolder({ dir = tempDir(), name = 'heltidshjulet.db' } = {}) {
  const file = join(dir, name)
  const { db, close } = await openDatabase({ file })
  await migrate(db)
  const hand = await writerOn(db)
  let open = true
  async function stop() {
    if (open) await close()
    open = false
    await released()
  }
  onTestFinished(stop)
  return { ...hand, dir, file, copies: join(dir, 'sikkerhetskopier'), stop }
}

/** Runs a program of ours in a process of its own, to its end. */
export async function runProcess(path: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', inRoot(path), ...args], {
    env: { PATH: process.env.PATH, ...env },
    cwd: inRoot('.'),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (d: Buffer) => (output += d.toString()))
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, output }
}

export const runBackup = (dataDir: string, ...args: string[]) =>
  runProcess('src/server/backup/main.ts', args, { DATA_DIR: dataDir })
export const runRestore = (dataDir: string, ...args: string[]) =>
  runProcess('src/server/backup/restoreMain.ts', args, { DATA_DIR: dataDir })

/** Looks into a database file without changing it. */
export async function look<T>(file: string, query: (db: DatabaseFile) => T): Promise<T> {
  const db = await openFile(file, { readOnly: true })
  try {
    return query(db)
  } finally {
    db.close()
    await released()
  }
}
export const idsIn = (file: string): Promise<string[]> =>
  look(file, (db) =>
    (db.prepare(`select id from record where space = ? order by id`).all(ROM) as { id: string }[]).map((r) => r.id),
  )

/** Breaks a database file by a statement, as a fault in the program or on the disk might. */
export async function tamper(file: string, statement: string): Promise<void> {
  const db = await openFile(file)
  db.exec(statement)
  db.close()
}

export const finished = (dir: string): string[] => readdirSync(dir).filter((name) => name.endsWith('.db'))
