/** Characters of an op's id, which the id of what tells of it begins with. */
export const OPID_TEGN = 36

/** Longest id that a record may have. */
const LENGST = 80

/** The id of the row that tells that one field of an op was lost: the same wherever and whenever it is found out. */
export const beskjedId = (opId: string, felt: string): string =>
  `${opId}-${felt.replace(/[^a-z0-9]/g, (tegn) => `-${tegn.charCodeAt(0).toString(36)}`)}`.slice(0, LENGST)

/** Rows that tell of the same: of one op, what one person's writing took. They are shown as one. */
export const fortellerOm = ({ id, doc }: { id: string; doc: Record<string, unknown> }): string =>
  JSON.stringify([id.slice(0, OPID_TEGN), doc.slag, doc.av])

/** What a prosjektleder did with what had been set aside: let it in, or dropped it. */
const AVGJORT: readonly unknown[] = ['sluppet', 'forkastet']
export const erAvgjort = (slag: unknown): boolean => AVGJORT.includes(slag)

/** The id of the row that tells what was decided of an op that had been set aside. No field has such a name. */
export const avgjortId = (opId: string): string => beskjedId(opId, '!')
