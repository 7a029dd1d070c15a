import type { Kysely } from 'kysely'
import * as v from 'valibot'
import { ROLLER, type Bruker } from '../../domain/tilgang.ts'
import type { Database } from '../schema.ts'
import type { Auth } from './auth.ts'
import type { BrukerTable } from './tables.ts'

/** Who calls: the user as of now, the session, and cookies to send back when the session was rolled on. */
export interface Caller {
  bruker: Bruker
  sessionId: string
  setCookie: string[]
}

export interface Who {
  /** `null` without a session, with one that has ended, and for a locked user. */
  (headers: Headers): Promise<Caller | null>
  /** Must be called when a user or a session changes. */
  forget(): void
}

const KEPT_MS = 5000
const KEPT_MANY = 1000

/** Looks callers up, and remembers each for five seconds: a device that starts asks for several things at once. */
export function createWho({ db, auth, now }: { db: Kysely<Database>; auth: Auth; now: () => number }): Who {
  const kept = new Map<string, { caller: Caller; until: number }>()
  let generation = 0

  async function lookUp(headers: Headers): Promise<Caller | null> {
    const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
    if (!response) return null
    const row = await db.selectFrom('bruker').selectAll().where('user_id', '=', response.user.id).executeTakeFirst()
    if (row === undefined || row.sperret !== 0) return null
    return { bruker: asBruker(row), sessionId: response.session.id, setCookie: answered.getSetCookie() }
  }

  const who = async (headers: Headers): Promise<Caller | null> => {
    const cookie = headers.get('cookie')
    if (cookie === null) return null
    const known = kept.get(cookie)
    if (known !== undefined && known.until > now()) return known.caller
    const asked = generation
    const caller = await lookUp(headers)
    if (kept.size >= KEPT_MANY) kept.clear()
    // Something changed while it was looked up: true for this call, not to be kept.
    if (caller !== null && asked === generation)
      kept.set(cookie, { caller: { ...caller, setCookie: [] }, until: now() + KEPT_MS })
    return caller
  }
  return Object.assign(who, {
    forget() {
      generation++
      kept.clear()
    },
  })
}

const unitList = v.pipe(v.string(), v.parseJson(), v.array(v.string()))

export const asUnits = (json: string): string[] => v.parse(unitList, json)

/** The user of a row. Throws on a role that this version does not know: better nobody than somebody else. */
export const asBruker = (row: BrukerTable): Bruker => ({
  id: row.user_id,
  navn: row.navn,
  rolle: v.parse(v.picklist(ROLLER), row.rolle),
  enheter: asUnits(row.enheter),
})
