import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bindable, openDatabase, type OpenDatabase } from '../../src/server/dialect.ts'
import { migrate } from '../../src/server/migrate.ts'

describe('databasen', () => {
  let dir: string
  let open: OpenDatabase
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
    open = await openDatabase({ file: join(dir, 'a.db') })
  })
  afterEach(async () => {
    await open.close()
    rmSync(dir, { recursive: true })
  })

  const pragma = async (name: string) =>
    Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(open.db)).rows[0] ?? {})[0]

  test('skriver til disken før den svarer', async () => {
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('foreign_keys')).toBe(1)
    expect(await pragma('busy_timeout')).toBe(5000)
  })

  test('en transaksjon tar skrivelåsen med en gang', async () => {
    const other = await openDatabase({ file: join(dir, 'a.db') })
    await sql`pragma busy_timeout = 0`.execute(other.db)
    await open.db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx)
      await expect(other.db.transaction().execute((t) => sql`select 1`.execute(t))).rejects.toThrow(/locked/)
    })
    await other.close()
  })

  test('en transaksjon som feiler, etterlater ingenting', async () => {
    await migrate(open.db)
    await expect(
      open.db.transaction().execute(async (trx) => {
        await trx.insertInto('space').values({ id: 'project', head: 0, epoch: 'e' }).execute()
        throw new Error('avbrutt')
      }),
    ).rejects.toThrow('avbrutt')
    expect(await open.db.selectFrom('space').selectAll().execute()).toEqual([])
  })

  test.each([
    ['et objekt', { a: 1 }],
    ['en dato', new Date(0)],
    ['en boolsk verdi', true],
    ['undefined', undefined],
    ['NaN', NaN],
    ['en liste', [1]],
  ])('%s blir aldri stille til NULL', async (_, value) => {
    await expect(sql`select ${value} as a`.execute(open.db)).rejects.toThrow(TypeError)
  })

  test.each([['tekst'], [1.5], [null], [7n]])('%s lagres som den er', (value) => {
    expect(bindable(value, 0)).toBe(value)
  })

  test('filen alene er en hel kopi når databasen er lukket', async () => {
    await migrate(open.db)
    await open.db.insertInto('space').values({ id: 'project', head: 3, epoch: 'e' }).execute()
    await open.close()
    rmSync(join(dir, 'a.db-wal'), { force: true })
    open = await openDatabase({ file: join(dir, 'a.db') })
    expect(await open.db.selectFrom('space').select('head').executeTakeFirst()).toEqual({ head: 3 })
  })
})
