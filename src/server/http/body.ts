import type { Context } from 'hono'
import * as v from 'valibot'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import { feilMed, type Kode } from './feil.ts'

/** The request's body, parsed. The fault names the field, never what was in it. */
export async function readBody<S extends v.GenericSchema>(
  c: Context,
  schema: S,
  code: Kode,
): Promise<Resultat<v.InferOutput<S>>> {
  const raw: unknown = await c.req.json().catch(() => undefined)
  const parsed = v.safeParse(schema, raw)
  if (parsed.success) return ok(parsed.output)
  const issue = parsed.issues[0]
  const field = v.getDotPath(issue) ?? undefined
  // A message of ours is a sentence; valibot's own is English and repeats the input.
  const own = code === 'HH-411' && !issue.message.startsWith('Invalid') ? issue.message : undefined
  return feil(feilMed(code, own, field))
}
