import { skrivDato } from '../../domain/dato.ts'
import { kortnavn, type EnhetPost } from '../../domain/enhet.ts'
import { STOERRELSER } from '../../domain/fordeling.ts'
import { INDIKATORER, skrivVerdi } from '../../domain/indikatorer.ts'
import { verdiAv } from '../../domain/maaling.ts'
import type { Publisering, PublisertTall } from '../../domain/publisering.ts'
import type { Grafcelle, Graftabell } from '../felles/graftabell.ts'
import { GRUPPENAVN_KJOENN, GRUPPENAVN_YRKE } from '../texts/grupper.ts'

/** A published figure as it is read: «66,1 %», «12 ansatte», «skjult». */
export function publisertCelle(t: PublisertTall): Grafcelle {
  if (t.teller === null && t.nevner === null && t.verdi === null) return 'skjult'
  if (t.inndeling === 'stoerrelse') return { verdi: t.teller ?? 0, tekst: `${t.teller ?? 0} ansatte` }
  const verdi = verdiAv(t)
  return { verdi: Math.round(verdi * 10) / 10, tekst: skrivVerdi(t.indikator, verdi) }
}

const NAVN: Record<string, Record<string, string>> = {
  kjoenn: GRUPPENAVN_KJOENN,
  yrke: GRUPPENAVN_YRKE,
  stoerrelse: Object.fromEntries(STOERRELSER.map((s) => [s.id, `Stilling ${s.navn.toLowerCase()}`])),
}

/** The published figures as rows: the whole first, then its units; for each its figures, then its groups. */
export function publisertTabell(p: Pick<Publisering, 'tall'>, enheter: readonly EnhetPost[]): Graftabell {
  const plass = new Map(enheter.map((e, i) => [e.id, i]))
  const navn = new Map(enheter.map((e) => [e.id, kortnavn(e)]))
  return {
    kolonner: ['Enhet', 'Tall', 'Verdi', 'Teller', 'Nevner', 'Målt'],
    rader: [...p.tall]
      .sort((a, b) => (plass.get(a.enhet) ?? 999) - (plass.get(b.enhet) ?? 999))
      .map((t) => [
        navn.get(t.enhet) ?? t.enhet,
        [INDIKATORER[t.indikator].navn, NAVN[t.inndeling]?.[t.kategori]].filter(Boolean).join(', '),
        publisertCelle(t),
        antall(t.teller),
        antall(t.nevner),
        skrivDato(t.dato),
      ]),
  }
}
const antall = (n: number | null): Grafcelle => (n === null ? null : { verdi: n, tekst: String(n).replace('.', ',') })
