import { sql, type CompiledQuery, type Insertable, type Kysely, type RawBuilder } from 'kysely'
import { storable } from './postgres.ts'
import type { Database } from './schema.ts'
import { isPostgres } from './transaction.ts'

/** Many rows and many keys at a time, by few different statements: each is made and compiled once, whatever the number. */

/** Rows a single insert holds at most: SQLite binds at most 32,766 values, and more rows at once are no faster. */
const MOST = 128

/** By database, table, columns and number of rows. */
const inserts = new Map<string, CompiledQuery>()

/**
 * Inserts the rows in their order. Those of the same `key` as one that is there already take its place, where a key is given.
 * All rows must have the columns of the first, and values that the database can hold as they are: anything else throws.
 */
export async function insertRows<T extends keyof Database>(
  db: Kysely<Database>,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  key: readonly (keyof Database[T] & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  for (let from = 0; from < rows.length;) {
    const count = Math.min(MOST, 2 ** Math.floor(Math.log2(rows.length - from)))
    const parameters: unknown[] = []
    for (const row of rows.slice(from, from + count))
      for (const column of columns) parameters.push(storable((row as Record<string, unknown>)[column]))
    await db.executeQuery({ ...insertOf(db, table, columns, key, count), parameters })
    from += count
  }
}

function insertOf(
  db: Kysely<Database>,
  table: keyof Database,
  columns: readonly string[],
  key: readonly string[],
  count: number,
): CompiledQuery {
  const name = JSON.stringify([isPostgres(db), table, columns, key, count])
  const known = inserts.get(name)
  if (known !== undefined) return known
  const list = (items: readonly RawBuilder<unknown>[]) => sql.join(items)
  const row = sql`(${list(columns.map(() => sql`${null}`))})`
  const replaced = columns.filter((c) => !key.includes(c)).map((c) => sql`${sql.ref(c)} = ${sql.ref(`excluded.${c}`)}`)
  const conflict =
    key.length === 0 ? sql`` : sql` on conflict (${list(key.map((c) => sql.ref(c)))}) do update set ${list(replaced)}`
  const made =
    sql`insert into ${sql.table(table)} (${list(columns.map((c) => sql.ref(c)))}) values ${list(Array.from({ length: count }, () => row))}${conflict}`.compile(
      db,
    )
  inserts.set(name, made)
  return made
}

/** For `where(column, 'in', …)`: one value to bind, however long the list is. */
export const oneOf = (db: Kysely<Database>, values: Iterable<string>): RawBuilder<string> => {
  const json = JSON.stringify([...new Set(values)])
  return isPostgres(db)
    ? sql`(select jsonb_array_elements_text(${json}::jsonb))`
    : sql`(select value from json_each(${json}))`
}
