import * as v from 'valibot'
import { skjemaFor } from '../domain/skjemaer.ts'
import type { Tabellnavn } from '../domain/tabeller.ts'
import type { Doc } from './op.ts'

/** The first thing that is wrong with a record's content, as a sentence and the field it stands beside; `null` when nothing is. */
export function sjekkRad(type: Tabellnavn, doc: Doc): { tekst: string; felt?: string } | null {
  const r = v.safeParse(skjemaFor(type), doc, { abortEarly: true })
  if (r.success) return null
  const sak = r.issues[0]
  const felt = sak.path?.[0]?.key
  return typeof felt === 'string' ? { tekst: sak.message, felt } : { tekst: sak.message }
}

const STANDARD = new Map<Tabellnavn, Doc>()

/** The values of the fields that a row lacks: rows written before a field existed read as if it had its default. */
export function standardverdier(type: Tabellnavn): Doc {
  const kjent = STANDARD.get(type)
  if (kjent) return kjent
  const alle = v.getDefaults(skjemaFor(type) as unknown as v.ObjectSchema<v.ObjectEntries, undefined>)
  const d = Object.fromEntries(Object.entries(alle ?? {}).filter(([, x]) => x !== undefined)) as Doc
  STANDARD.set(type, d)
  return d
}
