import * as v from 'valibot'
import { vedtakSkjema, sorterVedtak, type Vedtak } from '../vedtak.ts'
import { VEDTAK_FORMANNSKAPET } from './maal.ts'

/** The four points of the Formannskap as rows: there from the start; what is written on them goes before. Nobody has said what was done. */
export const TRYKTE_VEDTAK: readonly (Vedtak & { id: string })[] = VEDTAK_FORMANNSKAPET.punkter.map((tekst, i) => ({
  id: `vedtak-formannskapet-${VEDTAK_FORMANNSKAPET.dato}-${i + 1}`,
  ...v.parse(vedtakSkjema, { tekst, sak: VEDTAK_FORMANNSKAPET.sak, vedtattDato: VEDTAK_FORMANNSKAPET.dato, nr: i + 1 }),
}))

/** Every point that is known, in order. */
export function alleVedtak<V extends Vedtak & { id: string }>(rader: readonly V[]): (Vedtak & { id: string })[] {
  const skrevet = new Set(rader.map((r) => r.id))
  return sorterVedtak([...rader, ...TRYKTE_VEDTAK.filter((t) => !skrevet.has(t.id))])
}
