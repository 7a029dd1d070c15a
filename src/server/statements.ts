import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'

/** Compiled statements of one SQLite connection: what is asked again is not compiled again. */

export interface Statement {
  /** Whether it answers rows. */
  reader: boolean
  statement: StatementSyncInstance
}

export interface Statements {
  /** To be run to its end at once (`all`, `run`): the next who asks the same gets the same statement. */
  get(sql: string): Statement
  /** One of its own, that may be left half-read (`iterate`). */
  fresh(sql: string): StatementSyncInstance
  clear(): void
}

/** More than the server has different ones of, when lists of values have few lengths. */
const KEPT = 200
/** Longer ones are seldom asked twice, and each holds memory that grows with its length. */
const LONGEST = 20_000

/** At most `kept` are held; the one that has waited longest since it was asked goes first. */
export function statementsOf(raw: DatabaseSyncInstance, kept = KEPT): Statements {
  const held = new Map<string, Statement>()
  return {
    get(sql) {
      const known = held.get(sql)
      if (known !== undefined) {
        held.delete(sql)
        held.set(sql, known)
        return known
      }
      const statement = raw.prepare(sql)
      const made = { statement, reader: statement.columns().length > 0 }
      if (sql.length > LONGEST) return made
      const [oldest] = held.size < kept ? [] : held.keys()
      if (oldest !== undefined) held.delete(oldest)
      held.set(sql, made)
      return made
    },
    fresh: (sql) => raw.prepare(sql),
    clear: () => held.clear(),
  }
}
