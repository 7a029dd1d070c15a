import * as v from 'valibot'
import { eksempel, kortTekst, langTekst } from './felt.ts'

/** What a note or a statement is about: `<table>/<id>`, in the same space. */
export const gjelderSkjema = v.pipe(
  v.string(),
  v.regex(/^(aktivitet|toernoppgave|aarshjuloppgave|utlysning|utproeving)\/[a-z0-9-]{1,80}$/),
)

export const SYN = ['enig', 'uenig', 'utsatt'] as const
export type Syn = (typeof SYN)[number]

/** The view of the employees' side on an activity or a TØRN task, stated from their own login. */
export const uttalelseSkjema = v.object({
  gjelder: gjelderSkjema,
  syn: v.picklist(SYN, 'Velg enig, uenig eller utsatt.'),
  tekst: langTekst('Begrunnelse'),
  /** User id of the one who states it; the server refuses another's. */
  forfatter: v.string(),
  forfatterNavn: kortTekst('Navn'),
  /** Milliseconds since 1970 on the author's device. */
  skrevet: v.number(),
  eksempel,
})
export type Uttalelse = v.InferOutput<typeof uttalelseSkjema>

/** What can be talked about in a unit. */
export type Tema = 'aktivitet' | 'toernoppgave' | 'utlysning' | 'utproeving'
export const gjelderFor = (type: Tema, id: string): string => `${type}/${id}`

type Utsagn = Pick<Uttalelse, 'gjelder' | 'forfatter' | 'skrevet'>

/**
 * The standing view of each party on one matter, newest first: one for each author, the latest written.
 * (The same person may have spoken from two devices without coverage; then there are two records.)
 */
export function gjeldendeUttalelser<T extends Utsagn>(uttalelser: readonly T[], gjelder: string): T[] {
  const siste = new Map<string, T>()
  for (const u of uttalelser) {
    const foer = siste.get(u.forfatter)
    if (u.gjelder === gjelder && (foer === undefined || u.skrevet > foer.skrevet)) siste.set(u.forfatter, u)
  }
  return [...siste.values()].sort((a, b) => b.skrevet - a.skrevet)
}

/** The different views that stand on each matter, by `gjelder`; matters that nobody has spoken on are not in it. */
export function synPerSak(uttalelser: readonly (Utsagn & Pick<Uttalelse, 'syn'>)[]): Map<string, Syn[]> {
  const perSak = new Map<string, (typeof uttalelser)[number][]>()
  for (const u of uttalelser) perSak.set(u.gjelder, [...(perSak.get(u.gjelder) ?? []), u])
  return new Map(
    [...perSak].map(([gjelder, sine]) => {
      const staar = new Set(gjeldendeUttalelser(sine, gjelder).map((u) => u.syn))
      return [gjelder, SYN.filter((s) => staar.has(s))]
    }),
  )
}
