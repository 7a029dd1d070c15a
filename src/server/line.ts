import { sql, type Kysely } from 'kysely'
import type { Client } from 'pg'
import * as v from 'valibot'
import { wordSchema, type Line, type Word } from './instances.ts'
import { connection } from './postgres.ts'
import type { Database } from './schema.ts'

/**
 * The line between instances on PostgreSQL: LISTEN and NOTIFY on a connection of its own.
 *
 * A notification can be lost (an instance dies between commit and word, a connection is lost or silently dead), so
 * the heads of the spaces are looked at as well: when the connection is back, and every so often. Nothing is then
 * later than that. The words are said after the commit and not in it: NOTIFY makes commits wait for each other.
 */

export interface LineWorld {
  url: string
  db: Kysely<Database>
  /** Tells the instances apart. */
  instance: string
  log: (line: string) => void
  /** How often heads are looked at, milliseconds. */
  lookMs?: number
  /** The wait before a lost connection is tried again; doubled each time, to `RETRY_MAX_MS`. */
  retryMs?: number
}

export interface OpenLine extends Line {
  close(): Promise<void>
}

const CHANNEL = 'heltidshjulet'
const LOOK_MS = 20_000
const RETRY_MS = 200
const RETRY_MAX_MS = 5000
/** A notification holds 8,000 bytes. */
const WORDS_AT_ONCE = 40

const messageSchema = v.object({ fra: v.string(), ord: v.array(v.unknown()) })

/** Opens the line, and rejects when it cannot be had at once. Once it has been open, it opens itself again whenever it is lost. */
export async function openLine(world: LineWorld): Promise<OpenLine> {
  const { db, instance, log } = world
  const { default: pg } = await import('pg')
  const listeners = new Set<(word: Word) => void>()
  const heads = new Map<string, number>()
  let waiting: Word[] = []
  let sending = Promise.resolve()
  let client: Client | null = null
  let retryMs = world.retryMs ?? RETRY_MS
  let retry: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const pass = (word: Word) => {
    if (word.om === 'hint') heads.set(word.space, word.head)
    for (const fn of listeners) fn(word)
  }

  function heard(payload: string): void {
    const message = v.safeParse(v.pipe(v.string(), v.parseJson(), messageSchema), payload)
    if (!message.success || message.output.fra === instance) return
    for (const raw of message.output.ord) {
      // A newer instance may say words that this one does not know.
      const word = v.safeParse(wordSchema, raw)
      if (word.success) pass(word.output)
    }
  }

  /** Tells of every space that has moved since it was last heard of. */
  async function look(quietly = false): Promise<void> {
    const rows = await db.selectFrom('space').select(['id', 'head']).execute()
    for (const { id, head } of rows) {
      if (heads.get(id) === head) continue
      if (quietly) heads.set(id, head)
      else pass({ om: 'hint', space: id, head })
    }
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...connection(world.url), connectionTimeoutMillis: 10_000 })
    let lost = false
    const onLost = (e?: Error) => {
      if (lost) return
      lost = true
      if (client === fresh) client = null
      void fresh.end().catch(() => undefined)
      if (closed) return
      log(`PostgreSQL: forbindelsen som lytter, falt ut${e === undefined ? '' : ` (${e.message})`}`)
      again()
    }
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    fresh.on('error', onLost)
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch (e) {
      // Whoever asked hears of it, and decides whether to try again.
      lost = true
      await fresh.end().catch(() => undefined)
      throw e
    }
    if (closed) return void (await fresh.end())
    fresh.on('end', () => onLost())
    client = fresh
    retryMs = world.retryMs ?? RETRY_MS
  }

  function again(): void {
    if (closed) return
    clearTimeout(retry)
    retry = setTimeout(() => {
      connect().then(
        () => {
          // Rights may have changed unheard, and spaces moved.
          pass({ om: 'tilgang' })
          look().catch(failed('look'))
        },
        () => again(),
      )
    }, retryMs)
    retry.unref()
    retryMs = Math.min(retryMs * 2, RETRY_MAX_MS)
  }

  const failed = (what: string) => (e: unknown) => {
    if (!closed) log(`PostgreSQL: ${what} ${e instanceof Error ? e.message : String(e)}`)
  }

  async function send(): Promise<void> {
    const words = waiting
    waiting = []
    for (let i = 0; i < words.length; i += WORDS_AT_ONCE) {
      const payload = JSON.stringify({ fra: instance, ord: words.slice(i, i + WORDS_AT_ONCE) })
      await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(db)
    }
  }

  await connect()
  await look(true)
  const looking = setInterval(() => void look().catch(failed('look')), world.lookMs ?? LOOK_MS)
  looking.unref()

  return {
    say(word) {
      if (word.om === 'hint') heads.set(word.space, word.head)
      // What happens in the same moment is said together.
      if (waiting.push(word) === 1) setImmediate(() => void (sending = sending.then(send).catch(failed('notify'))))
    },
    hear(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    async close() {
      closed = true
      clearInterval(looking)
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
