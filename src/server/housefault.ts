/** What is wrong with the house (database away, locked, full, starting over) and not with what was asked: the device tries again later. */

/** SQLSTATE of PostgreSQL, where the fault carries one. */
export function sqlState(e: unknown): string | undefined {
  const code = codeOf(e)
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

const codeOf = (e: unknown): string | undefined =>
  typeof e === 'object' && e !== null && 'code' in e && typeof e.code === 'string' ? e.code : undefined

/**
 * 08 connection · 25006 a standby · 40 serialization, deadlock · 53 out of disk, memory, connections ·
 * 55P03 lock not available · 57 cancelled, shut down, starting up · 58 system error, I/O.
 */
const HOUSE_STATE = /^(08|40|53|57|58)|^(25006|55P03)$/
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])
const WORDS =
  /database is (locked|not open)|disk (is full|I\/O error)|unable to open database|Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout|after calling end on the pool|driver has already been destroyed/i

/** Whether the fault, or what caused it, is trouble of the house. */
export function isHouseFault(e: unknown): boolean {
  if (!(e instanceof Error)) return false
  const state = sqlState(e)
  if (state !== undefined && HOUSE_STATE.test(state)) return true
  if (NETWORK.has(codeOf(e) ?? '') || WORDS.test(e.message)) return true
  return isHouseFault(e.cause) || (e instanceof AggregateError && e.errors.some(isHouseFault))
}

/** Whether the database was asked to hold what it cannot: text with U+0000, a number out of range. */
export const isUnstorable = (e: unknown): boolean =>
  ['22021', '22P05', '22003', '22P02'].includes(sqlState(e) ?? '') ||
  (e instanceof Error && e.cause !== undefined && isUnstorable(e.cause))
