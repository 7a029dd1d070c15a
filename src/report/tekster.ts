import type { Rapporttekst } from '../domain/rapport.ts'
import type { Rapport } from './rapport.ts'

/** The report with what people have written in place of what is proposed. An empty text gives the proposal back. */
export const medTekster = (r: Rapport, tekster: readonly Rapporttekst[]): Rapport => ({
  ...r,
  deler: r.deler.map((d) => ({
    ...d,
    blokker: d.blokker.map((b) => {
      if (b.slag !== 'tekst') return b
      const t = tekster.find(
        (x) =>
          x.rapport === r.navn && x.aar === r.aar && x.enhet === r.enhet && x.avsnitt === b.id && x.tekst.trim() !== '',
      )
      return t
        ? { ...b, skrevet: { tekst: t.tekst, av: t.skrevetAv, foreldet: t.forslag !== '' && t.forslag !== b.forslag } }
        : b
    }),
  })),
})
