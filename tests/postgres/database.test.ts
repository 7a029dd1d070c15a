import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { authOptions } from '../../src/server/auth/auth.ts'
import { isHouseFault } from '../../src/server/housefault.ts'
import { migrate } from '../../src/server/migrate.ts'
import { migrations } from '../../src/server/migrations/index.ts'
import { openPostgres, storable } from '../../src/server/postgres.ts'
import { snapshot, transaction } from '../../src/server/transaction.ts'
import { openTestPostgres } from '../support/dialects.ts'

async function open() {
  const server = await openTestPostgres()
  const data = await server.open()
  return { ...server, ...data, close: data.close }
}

describe('databasen', () => {
  test('skriver til disken før den svarer, på hver forbindelse', async () => {
    const { db, close, url } = await open()
    await sql`alter database ${sql.id(new URL(url).pathname.slice(1))} set synchronous_commit = off`.execute(db)
    const fresh = await openPostgres({ url, log: () => undefined })
    const show = await Promise.all(
      Array.from({ length: 4 }, () =>
        sql<Record<string, string>>`
          select current_setting('synchronous_commit') as c, current_setting('transaction_isolation') as i, pg_sleep(0.05)
        `.execute(fresh.db),
      ),
    )
    expect(show.map((s) => s.rows[0])).toEqual(Array(4).fill(expect.objectContaining({ c: 'on', i: 'read committed' })))
    await fresh.close()
    await close()
  })

  test('får alle tabellene, og en gang til endrer ingenting', async () => {
    const { db, close } = await open()
    await migrate(db)
    const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    expect(done.rows.map((r) => r.name)).toEqual(Object.keys(migrations))
    await close()
  })

  test('har kontotabellene slik innloggingen venter dem', async () => {
    const { db, close } = await open()
    const world = {
      ...{ db, secret: 'x'.repeat(32), baseUrl: 'http://localhost', trustedOrigins: [] },
      ...{ uuid: () => '', log: () => undefined },
    }
    const missing = await getMigrations({ ...authOptions(world), database: { db, type: 'postgres' } })
    expect(missing.toBeCreated).toEqual([])
    expect(missing.toBeAdded).toEqual([])
    await close()
  })

  test('loggen over administrasjon kan verken endres, slettes eller tømmes', async () => {
    const { db, close } = await open()
    const row = { tid: 1, hvem: 'pl', hvem_navn: 'x', hva: 'bruker.endret', gjelder: 'x', detaljer: '{}' }
    await db.insertInto('hendelse').values(row).execute()
    await expect(db.updateTable('hendelse').set({ hva: 'x' }).execute()).rejects.toThrow(/append-only/)
    await expect(db.deleteFrom('hendelse').execute()).rejects.toThrow(/append-only/)
    await expect(sql`truncate hendelse`.execute(db)).rejects.toThrow(/append-only/)
    await close()
  })
})

describe('verdier', () => {
  test('store heltall kommer som tall, og ett som ikke rommes, blir aldri til et annet', async () => {
    const { db, close } = await open()
    await db.insertInto('space').values({ id: 'project', head: Number.MAX_SAFE_INTEGER, epoch: 'e' }).execute()
    expect(await db.selectFrom('space').select('head').executeTakeFirst()).toEqual({ head: Number.MAX_SAFE_INTEGER })
    await expect(sql`select ${'9007199254740993'}::bigint as n`.execute(db)).rejects.toThrow(RangeError)
    await close()
  })

  test.each([
    ['et objekt', { a: 1 }],
    ['undefined', undefined],
    ['NaN', NaN],
    ['en liste', [1]],
    ['en dato som ikke er en dato', new Date(NaN)],
  ])('%s blir aldri stille til noe annet', (_, value) => {
    expect(() => storable(value)).toThrow(TypeError)
  })

  test('prøves på vei inn i spørringen', async () => {
    const { db, close } = await open()
    await expect(sql`select ${{ a: 1 }} as a`.execute(db)).rejects.toThrow(TypeError)
    await close()
  })
})

describe('transaksjoner', () => {
  test('et øyeblikksbilde ser ikke det som kommer til imens', async () => {
    const { db, close } = await open()
    const seen = await snapshot(db, async (trx) => {
      const first = await trx.selectFrom('space').selectAll().execute()
      await db.insertInto('space').values({ id: 'project', head: 0, epoch: 'e' }).execute()
      return [first, await trx.selectFrom('space').selectAll().execute()]
    })
    expect(seen).toEqual([[], []])
    await close()
  })

  test('to som venter på hverandre, løses opp, og begge blir gjort', async () => {
    const { db, close } = await open()
    for (const id of ['a', 'b']) await db.insertInto('space').values({ id, head: 0, epoch: 'e' }).execute()
    let tries = 0
    let both = (): void => undefined
    const meet = new Promise<void>((done) => (both = done))
    let here = 0
    const inOrder = (first: string, second: string) =>
      transaction(db, async (trx) => {
        tries++
        const up = (id: string) =>
          trx
            .updateTable('space')
            .set((e) => ({ head: e('head', '+', 1) }))
            .where('id', '=', id)
            .execute()
        await up(first)
        // Each has one when it asks for the other's; those that come again go on alone.
        if (++here === 2) both()
        await meet
        await up(second)
      })
    await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')])
    expect(tries).toBeGreaterThan(2)
    expect(await db.selectFrom('space').select('head').execute()).toEqual([{ head: 2 }, { head: 2 }])
    await close()
  })

  test('en forbindelse som ryker midt i, er husets feil og etterlater ingenting', async () => {
    const { db, close } = await open()
    const broken = await transaction(db, async (trx) => {
      await trx.insertInto('space').values({ id: 'project', head: 0, epoch: 'e' }).execute()
      const me = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${me.rows[0]!.pid})`.execute(db)
      await trx.insertInto('space').values({ id: 'annet', head: 0, epoch: 'e' }).execute()
    }).catch((e: unknown) => e)
    expect(isHouseFault(broken)).toBe(true)
    expect(await db.selectFrom('space').selectAll().execute()).toEqual([])
    await close()
  })
})
