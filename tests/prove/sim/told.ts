import { avgjortId, OPID_TEGN } from '../../../src/domain/beskjedId.ts'
import type { Json } from '../../../src/sync/op.ts'

/** What a row in somebody's own space tells was lost: `<space> <op> <field>`. What became of what had been set aside is no loss. */
export const toldBy = (r: { space: string; type: string; id: string; doc: Record<string, Json> }): string[] =>
  r.type === 'beskjed' && r.id !== avgjortId(r.id.slice(0, OPID_TEGN))
    ? Object.keys((r.doc.felter as object | undefined) ?? {}).map((f) => `${r.space} ${r.id.slice(0, OPID_TEGN)} ${f}`)
    : []
