import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, sqlite, type OpenDatabase } from '../../src/server/dialect.ts'
import { statementsOf } from '../../src/server/statements.ts'

describe('kompilerte spørringer', () => {
  let open: OpenDatabase
  beforeEach(async () => {
    open = await openDatabase({ file: ':memory:' })
    await sql`create table a (x integer)`.execute(open.db)
    await sql`insert into a values (1), (2), (3)`.execute(open.db)
  })
  afterEach(() => open.close())

  test('den samme kompileres én gang, og den som har ventet lengst, går først', async () => {
    const Sqlite = await sqlite()
    const raw = new Sqlite(':memory:')
    const { get } = statementsOf(raw, 2)
    const first = get('select 1')
    const second = get('select 2')
    expect(get('select 1')).toBe(first)
    get('select 3')
    expect(get('select 1')).toBe(first)
    expect(get('select 2')).not.toBe(second)
    raw.close()
  })

  test('en åpen lesning flyttes ikke av at det samme spørres imens', async () => {
    const Sqlite = await sqlite()
    const raw = new Sqlite(':memory:')
    raw.exec('create table a (x integer); insert into a values (1), (2), (3)')
    const { get, fresh } = statementsOf(raw)
    const all = () => get('select x from a').statement.all()
    expect(all()).toHaveLength(3)
    const reading = fresh('select x from a').iterate()
    expect(reading.next().value).toEqual({ x: 1 })
    expect(all()).toHaveLength(3)
    expect([...reading]).toEqual([{ x: 2 }, { x: 3 }])
    raw.close()
  })

  test('en tabell som får en kolonne til, leses med den', async () => {
    const read = async () => (await sql`select * from a limit 1`.execute(open.db)).rows[0]
    expect(await read()).toEqual({ x: 1 })
    await sql`alter table a add column y integer default 7`.execute(open.db)
    expect(await read()).toEqual({ x: 1, y: 7 })
  })

  test('en verdi fra forrige gang henger ikke igjen', async () => {
    const equal = (x: number | null) => sql`select ${x} as x`.execute(open.db).then((r) => r.rows[0])
    expect(await equal(5)).toEqual({ x: 5 })
    expect(await equal(null)).toEqual({ x: null })
    await expect(equal(NaN)).rejects.toThrow(TypeError)
    expect(await equal(6)).toEqual({ x: 6 })
  })

  test('den som feilet, virker neste gang', async () => {
    await sql`create table b (x integer primary key)`.execute(open.db)
    const add = (x: number) => sql`insert into b values (${x})`.execute(open.db)
    await add(1)
    await expect(add(1)).rejects.toThrow(/UNIQUE/)
    await add(2)
    expect((await sql`select x from b`.execute(open.db)).rows).toEqual([{ x: 1 }, { x: 2 }])
  })
})
