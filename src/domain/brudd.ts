import * as v from 'valibot'
import type { Dato } from './dato.ts'
import type { EnhetPost } from './enhet.ts'
import { dato, eksempel, id, kortTekst, tittel } from './felt.ts'
import { INDIKATORNAVN, type Indikatornavn } from './indikatorer.ts'

/** Why figures before and after a day cannot be compared: they are counted in another way, or the unit is another. */
export const BRUDDSLAG = ['definisjon', 'omorganisering'] as const

/** A break in a series: from `dato` on it is a new one. No line, trend, pace or forecast reaches across. */
export const bruddSkjema = v.object({
  enhet: id,
  /** `null`: every indicator of the unit. */
  indikator: v.optional(v.nullable(v.picklist(INDIKATORNAVN)), null),
  dato,
  slag: v.picklist(BRUDDSLAG),
  grunn: tittel('Grunn'),
  /** The units below are broken too. */
  under: v.optional(v.boolean(), false),
  registrertAv: kortTekst('Registrert av'),
  eksempel,
})
export type Brudd = v.InferOutput<typeof bruddSkjema>

/** The breaks of one series, oldest first: the unit's own, and those above that go for everything below. */
export function bruddFor<B extends Brudd>(
  brudd: readonly B[],
  enhet: string,
  indikator: Indikatornavn,
  enheter: readonly Pick<EnhetPost, 'id' | 'overordnet'>[],
): B[] {
  const over = new Set<string>()
  for (let e = enheter.find((x) => x.id === enhet); e?.overordnet && !over.has(e.overordnet);) {
    over.add(e.overordnet)
    e = enheter.find((x) => x.id === e!.overordnet)
  }
  return brudd
    .filter(
      (b) =>
        (b.enhet === enhet || (b.under && over.has(b.enhet))) && (b.indikator === null || b.indikator === indikator),
    )
    .sort((a, b) => (a.dato < b.dato ? -1 : 1))
}

/** Which part of the series a day lies in, from 0: how many breaks there have been, that day included. */
export const delAvSerien = (brudd: readonly Pick<Brudd, 'dato'>[], dag: Dato): number =>
  brudd.filter((b) => b.dato <= dag).length

/** The points since the last break: those that may be compared with the newest. */
export const sisteDel = <P extends { del: number }>(punkter: readonly P[]): P[] =>
  punkter.filter((p) => p.del === punkter.at(-1)!.del)

/** The points in parts, each an unbroken line. */
export function iDeler<P extends { del: number }>(punkter: readonly P[]): P[][] {
  const ut: P[][] = []
  for (const p of punkter) {
    if (ut.at(-1)?.[0]!.del === p.del) ut.at(-1)!.push(p)
    else ut.push([p])
  }
  return ut
}
