import { sql, type Transaction } from 'kysely'
import { beskjedId, erAvgjort, OPID_TEGN } from '../../domain/beskjedId.ts'
import { egetRom } from '../../domain/rom.ts'
import type { Doc, Json, Op } from '../../sync/op.ts'
import { tittelAv } from '../../sync/tittel.ts'
import { oneOf } from '../bulk.ts'
import type { Database } from '../schema.ts'
import type { Anvendt } from './apply.ts'
import { writeNotices, type Notice } from './notices.ts'
import type { PushAvsender, PushSvar, PushVerden } from './pushTypes.ts'
import { lesPoster } from './records.ts'
import { lockSpace } from './space.ts'

/**
 * Tells whoever wrote what no longer stands, in the same transaction that took it away: a row in her own space, which reaches
 * every device of hers however late, and is sent again to a device that starts over. There is one for each field, and its id is of the
 * op that lost and of that field alone (domain/beskjedId.ts): a loss is told once, also when a restored server comes to it in another
 * order or bit by bit, and not again once it is laid aside.
 */
export async function fortellTaperne(
  trx: Transaction<Database>,
  fra: PushAvsender,
  space: string,
  tap: Anvendt['tap'],
  verden: PushVerden,
  svar: PushSvar,
): Promise<void> {
  if (tap.length === 0 || space.startsWith('user:')) return
  const skrevet = await lesSkrevet(
    trx,
    space,
    tap.flatMap((t) => [t.tap.taper, t.tap.vinner]),
  )
  const poster = await lesPoster(
    trx,
    space,
    tap.map((t) => t.op),
  )
  const perRom = new Map<string, Beskjed[]>()
  for (const { op, tap: t } of tap) {
    const gjelder = `${op.type}/${op.id}`
    const hans = (opId: string) => (skrevet.get(opId) ?? []).filter((c) => `${c.type}/${c.id}` === gjelder)
    const tapte = hans(t.taper).filter((c) => t.felter.includes(c.field))
    const [forfatter] = tapte
    // A field that the record has from its first writer without her having said anything of it is no loss.
    if (!forfatter) continue
    const vinner = hans(t.vinner)[0]
    // What the same tablet wrote later, it wrote in place of its own; after a restore the server may have come to it another way.
    if (t.vinner === op.opId && vinner?.replica === forfatter.replica) continue
    const rom = egetRom({ id: forfatter.actor })
    const doc = {
      slag: t.slag,
      rom: space,
      gjelder,
      tittel: tittelAv(poster.get(gjelder)?.doc ?? {}),
      felter: Object.fromEntries(tapte.map((c) => [c.field, JSON.parse(c.new) as Json])),
      av: vinner?.actor === forfatter.actor ? '' : (vinner?.actor_name ?? ''),
      skrevet: forfatter.t_client,
    }
    perRom.set(rom, [...(perRom.get(rom) ?? []), { taper: t.taper, doc }])
  }
  // In order of space, so that two who tell each other's users never wait for one another.
  for (const [rom, beskjeder] of [...perRom].sort(([a], [b]) => (a < b ? -1 : 1)))
    await leggFram(trx, fra, rom, beskjeder, verden, svar)
}

interface Beskjed {
  taper: string
  doc: Doc & { felter: Doc }
}

/** Without what the same person wrote on over, in changes that came along: her latest is the one that stands or is lost. */
export function utenSkrevetVidere(tap: Anvendt['tap'], tatt: readonly Op[]): Anvendt['tap'] {
  const bygget = new Set(tatt.flatMap((o) => Object.entries(o.base).map(([f, b]) => `${o.type}/${o.id} ${f} ${b}`)))
  const egne = new Set(tatt.map((o) => o.opId))
  return tap
    .map(({ op, tap: t }) => {
      const staar = (f: string) => !egne.has(t.taper) || !bygget.has(`${op.type}/${op.id} ${f} ${t.taper}`)
      return { op, tap: { ...t, felter: t.felter.filter(staar) } }
    })
    .filter(({ tap: t }) => t.felter.length > 0)
}

/** What the ops wrote, and who was at it; what the server filled itself with is nobody's. */
async function lesSkrevet(trx: Transaction<Database>, space: string, opIder: readonly string[]) {
  const rader = await trx
    .selectFrom('change')
    .innerJoin('replica', 'replica.id', 'change.replica')
    .select(['op_id', 'space', 'type', 'change.id', 'field', 'new', 'actor', 'actor_name', 'replica', 't_client'])
    .where('op_id', 'in', oneOf(trx, opIder))
    .where('replica.label', '!=', 'server')
    .orderBy('ver')
    .orderBy('n')
    .execute()
  const per = new Map<string, typeof rader>()
  // Asked for by op alone: with the space beside it, SQLite would walk through all of the space's history.
  for (const r of rader) if (r.space === space) per.set(r.op_id, [...(per.get(r.op_id) ?? []), r])
  return per
}

async function leggFram(
  trx: Transaction<Database>,
  fra: PushAvsender,
  rom: string,
  beskjeder: readonly Beskjed[],
  verden: PushVerden,
  svar: PushSvar,
): Promise<void> {
  const space = await lockSpace(trx, rom, verden.uuid)
  const sagt = await lesSagt(
    trx,
    rom,
    beskjeder.map((b) => b.taper),
  )
  const notices: Notice[] = []
  for (const { taper, doc } of beskjeder)
    for (const [felt, verdi] of Object.entries(doc.felter)) {
      if (sagt.has(`${taper} ${felt}`)) continue
      sagt.add(`${taper} ${felt}`)
      notices.push({ opId: taper, id: beskjedId(taper, felt), doc: { ...doc, felter: { [felt]: verdi } } })
    }
  await writeNotices(trx, fra, rom, space.head + 1, notices, verden, svar)
}

/** `<op> <field>` of what its author has been told, also where she has laid it aside. */
async function lesSagt(trx: Transaction<Database>, rom: string, tapere: readonly string[]): Promise<Set<string>> {
  const taper = sql<string>`substr(id, 1, ${OPID_TEGN})`
  const rader = await trx
    .selectFrom('record')
    .select([taper.as('taper'), 'doc'])
    .where('space', '=', rom)
    .where('type', '=', 'beskjed')
    .where(taper, 'in', oneOf(trx, tapere))
    .execute()
  return new Set(
    rader.flatMap(({ taper: opId, doc }) => {
      const { felter = {}, slag } = JSON.parse(doc) as { felter?: Doc; slag?: string }
      return erAvgjort(slag) ? [] : Object.keys(felter).map((felt) => `${opId} ${felt}`)
    }),
  )
}
