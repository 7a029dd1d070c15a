import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertRows, oneOf } from '../../src/server/bulk.ts'
import { openDatabase, type OpenDatabase } from '../../src/server/dialect.ts'
import { migrate } from '../../src/server/migrate.ts'

describe('mange rader om gangen', () => {
  let open: OpenDatabase
  beforeEach(async () => {
    open = await openDatabase({ file: ':memory:' })
    await migrate(open.db)
  })
  afterEach(() => open.close())

  const marks = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => ({ space: 'project', ver: from + i, mark: `m${from + i}` }))
  const stored = () => open.db.selectFrom('commit_log').selectAll().orderBy('ver').execute()

  test.each([0, 1, 2, 3, 127, 128, 129, 500, 777])('%i rader kommer inn, hver én gang og i rekkefølge', async (n) => {
    await insertRows(open.db, 'commit_log', marks(0, n))
    expect(await stored()).toEqual(marks(0, n))
  })

  test('en rad med samme nøkkel tar plassen til den som står', async () => {
    await insertRows(open.db, 'commit_log', marks(0, 5))
    await insertRows(open.db, 'commit_log', [{ space: 'project', ver: 3, mark: 'ny' }], ['space', 'ver'])
    expect((await stored()).map((r) => r.mark)).toEqual(['m0', 'm1', 'm2', 'ny', 'm4'])
  })

  test('en rad som mangler en kolonne, eller har noe databasen ikke kan holde, stopper alt', async () => {
    const [first] = marks(0, 1)
    await expect(insertRows(open.db, 'commit_log', [first!, { space: 'project', ver: 1 } as never])).rejects.toThrow(
      TypeError,
    )
    await expect(insertRows(open.db, 'commit_log', [{ ...first!, ver: NaN }])).rejects.toThrow(TypeError)
    expect(await stored()).toEqual([])
  })

  test('en lang liste av nøkler er ett spørsmål', async () => {
    await insertRows(open.db, 'commit_log', marks(0, 1000))
    const some = await open.db
      .selectFrom('commit_log')
      .select('ver')
      .where('mark', 'in', oneOf(open.db, [...marks(10, 900).map((m) => m.mark), 'm10', 'æ"\'\\', 'finnes ikke']))
      .execute()
    expect(some).toHaveLength(890)
    expect(
      await open.db.selectFrom('commit_log').select('ver').where('mark', 'in', oneOf(open.db, [])).execute(),
    ).toEqual([])
  })
})
