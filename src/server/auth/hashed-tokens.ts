import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/adapters'

/** What is stored instead of a token: one who reads the database, or a backup of it, can log in as nobody. No salt is needed: a token is random. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * Lets better-auth work with session tokens as before, while the table holds only their hash.
 *
 * A row that is asked for by its token gets it back; one that is found otherwise keeps the hash, so
 * better-auth's own list of sessions cannot be used to end them (sessions.ts ends them by id).
 */
export const withHashedTokens = (inner: DBAdapter): DBAdapter => ({
  ...hashing(inner),
  transaction: (work) => inner.transaction((trx) => work(hashing(trx))),
})

interface Query {
  model: string
  where?: Where[]
  data?: object
  update?: object
  set?: object
}
type Call = (query: Query) => Promise<unknown>

const CALLS = [
  'create',
  'findOne',
  'findMany',
  'count',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
] as const satisfies (keyof DBTransactionAdapter)[]

const hashing = <A extends DBTransactionAdapter>(inner: A): A => ({
  ...inner,
  ...Object.fromEntries(CALLS.map((name) => [name, hashed(inner[name] as Call)])),
})

const hashed =
  (call: Call): Call =>
  async (query) => {
    if (query.model !== 'session') return call(query)
    const tokens = new Map<string, string>()
    const hash = <T>(value: T): T => {
      if (typeof value !== 'string') return value
      tokens.set(hashToken(value), value)
      return hashToken(value) as T
    }
    const inWhere = (w: Where): Where =>
      w.field === 'token'
        ? { ...w, value: Array.isArray(w.value) ? (w.value as string[]).map(hash) : hash(w.value) }
        : w
    const inRow = <R extends object>(row: R): R => ('token' in row ? { ...row, token: hash(row.token) } : row)
    const restore = (row: unknown): unknown =>
      isRow(row) && typeof row.token === 'string' ? { ...row, token: tokens.get(row.token) ?? row.token } : row

    const answer = await call({
      ...query,
      ...(query.where && { where: query.where.map(inWhere) }),
      ...(query.data && { data: inRow(query.data) }),
      ...(query.update && { update: inRow(query.update) }),
      ...(query.set && { set: inRow(query.set) }),
    })
    return Array.isArray(answer) ? answer.map(restore) : restore(answer)
  }

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
