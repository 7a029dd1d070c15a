import type { Exchange } from '../build.ts'

/** Faults that somebody could make in the shipped code, each one line: the simulation must find every one of them. */
export interface Planted extends Exchange {
  name: string
  /** The simulation's profile in which it shows. */
  profile: 'plain' | 'everything' | 'restores'
}

const receive = 'src/data/receive.ts'
const round = 'src/data/syncRound.ts'
const pull = 'src/server/sync/pull.ts'

export const planted: Planted[] = [
  {
    name: 'the outbox is emptied when it is sent, not when it is answered',
    profile: 'plain',
    file: round,
    from: '    const bekreftet = push[0]?.seq',
    to: "    await db.outbox.bulkDelete((await db.outbox.orderBy('n').limit(push.length).toArray()).map((o) => o.n!))\n    const bekreftet = push[0]?.seq",
  },
  {
    name: 'the cursor is moved to the head with the first page',
    profile: 'plain',
    file: pull,
    from: 'const ver = side.mer ? side.ver : space.head',
    to: 'const ver = space.head',
  },
  {
    name: 'the earlier pages of a catch-up are forgotten with the last',
    profile: 'plain',
    file: receive,
    from: 'await visRader(db, [...ventet, ...rader], beroert)',
    to: 'await visRader(db, rader, beroert)',
  },
  {
    name: 'the first version after the cursor is skipped',
    profile: 'plain',
    file: pull,
    from: ".where('ver', '>', fra)",
    to: ".where('ver', '>', fra + 1)",
  },
  {
    name: 'deleted rows are not sent',
    profile: 'plain',
    file: pull,
    from: ".where('ver', '>', fra)",
    to: ".where('ver', '>', fra).where('deleted', '=', 0)",
  },
  {
    name: 'the merge asks the clock though nobody else wrote',
    profile: 'plain',
    file: 'src/sync/merge.ts',
    from: 'return siste !== null && siste[0] !== (op.base[f] ?? null)',
    to: 'return siste !== null',
  },
  {
    name: 'the one who synced first is not told that another has written over it',
    profile: 'plain',
    file: 'src/sync/merge.ts',
    from: 'if (samtidig && !uendret && siste !== null) tapte(',
    to: 'if (samtidig && uendret && siste !== null) tapte(',
  },
  {
    name: 'one who wrote what the deleter had not seen is not told',
    profile: 'plain',
    file: 'src/data/write.ts',
    from: 'const alt = slettes ? sistSkrevet : {}',
    to: 'const alt = slettes ? {} : {}',
  },
  {
    name: 'the author is not told that what was set aside was dropped',
    profile: 'everything',
    file: 'src/server/sync/decide.ts',
    from: "ops.filter((op) => op.type !== 'beskjed')",
    to: "ops.filter((op) => op.type !== 'beskjed' && slag === 'sluppet')",
  },
  {
    name: 'a loss has another name each time it is told',
    profile: 'restores',
    file: 'src/server/sync/losses.ts',
    from: 'id: beskjedId(taper, felt)',
    to: 'id: beskjedId(taper, felt + space.head)',
  },
  {
    name: 'fields that belong together are sent one by one',
    profile: 'plain',
    file: 'src/data/write.ts',
    from: 'if (!gruppe.some((f) => f in set)) continue',
    to: 'if (gruppe.length > 0) continue',
  },
  {
    name: 'a refusal is swallowed',
    profile: 'plain',
    file: receive,
    from: 'else await sendtTilbake(db, op, r)',
    to: "else if (r.status !== 'refused') await sendtTilbake(db, op, r)",
  },
  {
    name: 'what is set aside is thrown away',
    profile: 'plain',
    file: 'src/server/sync/quarantine.ts',
    from: '  if (ops.length > 0)\n',
    to: '  if (ops.length > 99)\n',
  },
  {
    name: 'a space that is not the user’s is sent along',
    profile: 'everything',
    file: 'src/server/sync/store.ts',
    from: 'const rom = Object.keys(rettigheter).filter(',
    to: "const rom = [...Object.keys(rettigheter), 'unit:hurum'].filter(",
  },
  {
    name: 'an op that is known is not recognised',
    profile: 'plain',
    file: 'src/server/sync/push.ts',
    from: 'const kjent = kjente.get(op.opId)',
    to: 'const kjent = kjente.get(`${op.opId}!`)',
  },
  {
    name: 'a restored server is not noticed by its mark',
    profile: 'restores',
    file: pull,
    from: '(await markAv(db, space, sted.ver)) === sted.mark',
    to: '(await markAv(db, space, sted.ver)) !== null',
  },
  {
    name: 'confirmed ops are not kept until they are in a backup',
    profile: 'restores',
    file: receive,
    from: 'await db.acked.add({ ...kvittert, ver: r.ver ?? 0 })',
    to: 'void kvittert',
  },
  {
    name: 'half a txn is sent',
    profile: 'plain',
    file: round,
    from: 'while (slutt < ut.length && ut[slutt]!.txnId === ut[i]!.txnId) slutt++',
    to: 'slutt++',
  },
  {
    name: 'rows from the server go on top of what is unsent',
    profile: 'plain',
    file: receive,
    from: '    if (skygger[i]) {\n',
    to: '    if (skygger[i] && r.ver < 0) {\n',
  },
  {
    name: 'a clock that is fast wins over the future',
    profile: 'plain',
    file: 'src/server/sync/persist.ts',
    from: 'Math.min(instant(op.t + fra.offset), now)',
    to: 'instant(op.t + fra.offset)',
  },
  {
    name: 'the lock on the replica is of no use: a new identity keeps the old numbers',
    profile: 'restores',
    file: receive,
    from: '{ ...op, seq: i + 1 }',
    to: '{ ...op, seq: op.seq }',
  },
  {
    name: 'an answer to a former identity is taken in',
    profile: 'restores',
    file: receive,
    from: '!== req.replica) return { mer: true }',
    to: "!== req.replica && db.name === '') return { mer: true }",
  },
  // Found by this simulation in the product, and put right: put in again, they must be found again.
  {
    name: 'found here: one’s own next edit of a long text puts another’s words away',
    profile: 'plain',
    file: 'src/sync/merge.ts',
    from: 'const tekst = (samtidig || usett) &&',
    to: 'const tekst = samtidig && usett !== null &&',
  },
  {
    name: 'found here: what is sent again after a restore hides what others wrote since',
    profile: 'restores',
    file: receive,
    from: 'if (r.ver !== undefined && skygge.ver >= r.ver) return',
    to: 'void r',
  },
  {
    name: 'found here: a server restored to before the space existed is not noticed',
    profile: 'restores',
    file: receive,
    from: '(hull || svar.nextSeq < bekreftet || svar.spaces.some((s) => s.cursorUnknown))',
    to: 'svar.spaces.some((s) => s.cursorUnknown && s.ver > 0)',
  },
  {
    name: 'found here: rows of a space that is no longer one’s own stay behind',
    profile: 'everything',
    file: receive,
    from: 'new Set([...Object.keys(foer), ...skrevet])',
    to: 'new Set([...Object.keys(foer), ...skrevet.slice(skrevet.length)])',
  },
]
