import type { Kysely } from 'kysely'
import type { AarshjulPost } from '../domain/aarshjul.ts'
import { iKalenderen } from '../domain/aarshjulkalender.ts'
import { aarAv, dagVed } from '../domain/dato.ts'
import type { EnhetPost } from '../domain/enhet.ts'
import { rettigheterFor, type Bruker } from '../domain/tilgang.ts'
import { skrivKalender } from '../report/ics.ts'
import type { Doc } from '../sync/op.ts'
import { standardverdier } from '../sync/sjekk.ts'
import { writeAudit } from './admin/audit.ts'
import { hashToken } from './auth/hashed-tokens.ts'
import { lesBruker } from './auth/users.ts'
import { oneOf } from './bulk.ts'
import type { Database } from './schema.ts'
import './sync/schemas.ts'
import { alone, snapshot } from './transaction.ts'

/** A person's private calendar address: made, told about, deleted, and answered. Whoever has the address has the calendar; only the hash of its key is kept. */

export interface KalenderVerden {
  db: Kysely<Database>
  now: () => number
  /** A secret: random, safe in an address. */
  token: () => string
  /** The origin that addresses begin with. */
  baseUrl: string
}

/** What is known of an address. Not the address: it is said once. */
export interface Kalenderadresse {
  laget: number
  hentet: number | null
}

const HOUR_MS = 3_600_000
const ASK_AGAIN_HOURS = 6

/** `null` where the person has none. */
export async function readAddress({ db }: Pick<KalenderVerden, 'db'>, userId: string): Promise<Kalenderadresse | null> {
  const row = await db
    .selectFrom('kalenderadresse')
    .select(['laget', 'hentet'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row ?? null
}

/** A new address. One that was there before is worth nothing from then on. */
export async function makeAddress(
  { db, now, token, baseUrl }: KalenderVerden,
  bruker: Bruker,
): Promise<{ adresse: string; laget: number }> {
  const key = token()
  const laget = now()
  await alone(db, async (trx) => {
    await trx.deleteFrom('kalenderadresse').where('user_id', '=', bruker.id).execute()
    await trx
      .insertInto('kalenderadresse')
      .values({ user_id: bruker.id, noekkel_hash: hashToken(key), laget, hentet: null })
      .execute()
    await writeAudit(trx, laget, bruker, 'kalender.laget', bruker.id, {})
  })
  return { adresse: `${baseUrl}/api/kalender/${key}.ics`, laget }
}

/** From now on the address answers as one that never was. */
export async function deleteAddress({ db, now }: KalenderVerden, bruker: Bruker): Promise<void> {
  await alone(db, async (trx) => {
    const gone = await trx.deleteFrom('kalenderadresse').where('user_id', '=', bruker.id).executeTakeFirst()
    if (gone.numDeletedRows > 0n) await writeAudit(trx, now(), bruker, 'kalender.trukket', bruker.id, {})
  })
}

/** The calendar of whoever has this key, as iCalendar text, by the rights they have now; `null` for an unknown key and for one who is locked. */
export async function calendarFor({ db, now }: KalenderVerden, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('kalenderadresse')
    .select(['user_id', 'hentet'])
    .where('noekkel_hash', '=', hashToken(key))
    .executeTakeFirst()
  const bruker = row && (await lesBruker(db, row.user_id))
  if (!row || !bruker) return null
  const t = now()
  if (row.hentet === null || t - row.hentet > HOUR_MS)
    await db.updateTable('kalenderadresse').set({ hentet: t }).where('user_id', '=', row.user_id).execute()
  return snapshot(db, async (trx) => {
    const enheter = (await rows(trx, 'enhet', ['project'])) as unknown as (EnhetPost & { rom: string })[]
    const rettigheter = rettigheterFor(bruker, enheter)
    const oppgaver = await rows(trx, 'aarshjuloppgave', Object.keys(rettigheter))
    return skrivKalender({
      navn: 'Heltidshjulet',
      oppgaver: iKalenderen(
        oppgaver as unknown as (AarshjulPost & { rom: string })[],
        enheter,
        rettigheter,
        aarAv(dagVed(t)) - 1,
      ),
      naa: t,
      oppdateresHverTime: ASK_AGAIN_HOURS,
    })
  })
}

async function rows(
  db: Kysely<Database>,
  type: 'enhet' | 'aarshjuloppgave',
  spaces: readonly string[],
): Promise<Doc[]> {
  const found = await db
    .selectFrom('record')
    .select(['space', 'id', 'doc'])
    .where('space', 'in', oneOf(db, spaces))
    .where('type', '=', type)
    .where('deleted', '=', 0)
    .execute()
  return found.map((r) => ({ ...standardverdier(type), ...(JSON.parse(r.doc) as Doc), id: r.id, rom: r.space }))
}
