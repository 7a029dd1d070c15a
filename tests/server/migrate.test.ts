import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { authOptions } from '../../src/server/auth/auth.ts'
import { listUsers } from '../../src/server/admin/users.ts'
import { openDatabase } from '../../src/server/dialect.ts'
import { migrate } from '../../src/server/migrate.ts'
import { migrations } from '../../src/server/migrations/index.ts'

const SAVED = new URL('./saved/0.1.0.db', import.meta.url).pathname

test('en tom database får alle tabellene, og en gang til endrer ingenting', async () => {
  const { db, close } = await openDatabase({ file: ':memory:' })
  await migrate(db)
  await migrate(db)
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  expect(done.rows.map((r) => r.name)).toEqual(Object.keys(migrations))
  await close()
})

test('kontotabellene er slik innloggingen venter dem', async () => {
  const { db, close } = await openDatabase({ file: ':memory:' })
  await migrate(db)
  const world = {
    db,
    secret: 'x'.repeat(32),
    baseUrl: 'http://localhost',
    trustedOrigins: [],
    uuid: () => '',
    log: () => undefined,
  }
  const missing = await getMigrations({ ...authOptions(world), database: { db, type: 'sqlite' } })
  expect(missing.toBeCreated).toEqual([])
  expect(missing.toBeAdded).toEqual([])
  await close()
})

test('en database fra en eldre versjon oppgraderes med alt som er i den', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
  copyFileSync(SAVED, join(dir, 'a.db'))
  const { db, close } = await openDatabase({ file: join(dir, 'a.db') })
  await migrate(db)
  expect(await listUsers({ db })).toMatchObject([
    { navn: 'Kari', rolle: 'avdelingsleder', enheter: ['bondihagen'], epost: 'kari@example.no', sperret: false },
    { navn: 'Ola', rolle: 'prosjektleder', enheter: [], epost: 'ola@example.no', sperret: false },
  ])
  const unit = await db.selectFrom('record').select('doc').where('id', '=', 'bondihagen').executeTakeFirstOrThrow()
  expect(JSON.parse(unit.doc)).toMatchObject({ navn: 'Bondihagen' })
  expect(await db.selectFrom('hendelse').select('hva').execute()).toEqual([{ hva: 'invitasjon.laget' }])
  expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([])
  expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)).rows).toEqual([
    { integrity_check: 'ok' },
  ])
  await close()
  rmSync(dir, { recursive: true })
})
