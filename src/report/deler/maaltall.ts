import { avstandTekst } from '../../domain/avstand.ts'
import { iDeler } from '../../domain/brudd.ts'
import { skrivDato, somAar, type Dato } from '../../domain/dato.ts'
import { kortnavn } from '../../domain/enhet.ts'
import { framskriv, SIKKERHET } from '../../domain/framskriving.ts'
import { HOVEDINDIKATORER, INDIKATORER, skrivVerdi, type Indikatornavn } from '../../domain/indikatorer.ts'
import { aarsslutt, stipunkter } from '../../domain/maalsti.ts'
import { noekkeltall, type Noekkeltall } from '../../domain/noekkeltall.ts'
import { skjul } from '../../domain/smaatall/skjul.ts'
import { enhetsgrunnlag } from '../../domain/smaatall/utgivelse.ts'
import { cellenoekkel } from '../../domain/smaatall/tabell.ts'
import { smaatallstabell } from '../../domain/smaatall/utvalg.ts'
import { avrund, skrivKort, skrivTall } from '../../domain/tallformat.ts'
import type { Post } from '../../domain/tabeller.ts'
import { kortDato, tall, tallkolonne, tabell } from '../bygg.ts'
import type { Rapportgrunnlag } from '../grunnlag.ts'
import { MAALSTATUS } from '../ord.ts'
import type { Blokk, Linjegraf, Noekkeltallblokk, Rute } from '../rapport.ts'

export const SKJULT = 'Skjult (få personer)'
export const SKJULT_NOTE = (minst: number): string =>
  `«${SKJULT}» står der tallet gjelder færre enn ${minst} personer, eller kunne vist hva et slikt tall er.`

export const tilEnhet = (enhet: string, indikator: Indikatornavn): string => `/enhet/${enhet}?indikator=${indikator}`

/** Where a figure is from, with its day. */
export function kildeTekst(t: Noekkeltall): string {
  if (t.dato === null) return 'Ikke målt'
  const hvor = t.maaling ? t.kilde : t.samlet ? `Lagt sammen av tall fra ${t.samlet.enheter.length} enheter` : ''
  return [hvor, skrivDato(t.dato)].filter(Boolean).join(', ')
}

/** «0,8 prosentpoeng foran», «1,2 prosentpoeng bak», «på målstien». */
export function motSti(t: Noekkeltall): string {
  if (t.avstand === null) return ''
  const n = avrund(t.avstand, 1)
  if (n === 0) return 'på målstien'
  return `${skrivKort(Math.abs(n))}\u00a0prosentpoeng ${n > 0 ? 'foran' : 'bak'} målstien`
}

/** The large figures of one unit, each with its distance and its source. */
export function noekkelblokker(tallene: readonly Noekkeltall[], navn: (t: Noekkeltall) => string): Noekkeltallblokk[] {
  return tallene.flatMap((t) =>
    t.verdi === null
      ? []
      : [
          {
            navn: navn(t),
            verdi: skrivVerdi(t.indikator, t.verdi),
            forklaring: [motSti(t), t.tilMilepael ? avstandTekst(t.tilMilepael) : ''].filter(Boolean).join('. '),
            kilde: kildeTekst(t),
            til: tilEnhet(t.enhet, t.indikator),
          },
        ],
  )
}

/** The unit's line with its path and the band of the forecast; `null` where there is nothing to draw. */
export function utviklingsgraf(t: Noekkeltall, enhetsnavn: string): Linjegraf | null {
  if (t.punkter.length === 0) return null
  const { navn } = INDIKATORER[t.indikator]
  const sti = t.maaltall ? stipunkter(t.maaltall).map((m) => ({ t: aarsslutt(m.aar), verdi: m.verdi })) : []
  const framover = framskriv(t.punkter, INDIKATORER[t.indikator].benevning === '%' ? 100 : Infinity)
  const foerst = t.punkter[0]!
  const sist = t.punkter.at(-1)!
  const maal = t.maaltall?.milepaeler.map((m) => `${skrivVerdi(t.indikator, m.verdi)} i ${m.aar}`) ?? []
  return {
    form: 'linje',
    id: `utvikling-${t.enhet}-${t.indikator}`.toLowerCase(),
    tittel: `${navn}, ${enhetsnavn}`,
    alt: [
      t.punkter.length === 1
        ? `${navn} i ${enhetsnavn} var ${skrivVerdi(t.indikator, sist.verdi)} ${skrivDato(sist.dato)}.`
        : `${navn} i ${enhetsnavn} gikk fra ${skrivVerdi(t.indikator, foerst.verdi)} ${skrivDato(foerst.dato)} til ${skrivVerdi(t.indikator, sist.verdi)} ${skrivDato(sist.dato)}.`,
      maal.length > 0 ? `Målene er ${maal.join(', ')}.` : '',
      framover
        ? `Går det videre som hittil, ventes ${SIKKERHET} nye målinger mellom ${skrivTall(framover.punkter.at(-1)!.lav)} og ${skrivTall(framover.punkter.at(-1)!.hoey)} ved slutten av båndet.`
        : 'Det er for få målinger til å si hvor det går.',
    ]
      .filter(Boolean)
      .join(' '),
    serier: [
      { navn: 'Målt', deler: iDeler(t.punkter).map((d) => d.map((p) => ({ t: somAar(p.dato), verdi: p.verdi }))) },
    ],
    sti,
    baand: framover?.punkter ?? [],
    kilde: [kildeTekst(t), t.maaltall ? `Mål: ${t.maaltall.kilde || t.maaltall.vedtatt}` : '']
      .filter(Boolean)
      .join('. '),
  }
}

/** Which units' figures are of too few people to be given out, or would tell of such a one. A unit's other figures go the same way. */
export function skjulteEnheter(g: Rapportgrunnlag, dag: Dato): (enhet: string) => boolean {
  const smaa = smaatallstabell(enhetsgrunnlag(g, 'andelHeltid', dag), g.enheter)
  const { alle } = skjul(smaa, g.minst, (c) => c.inndeling === '')
  return (enhet) => alle.has(cellenoekkel(enhet))
}

/** Status on the targets, a line for each unit and indicator; small groups hidden, and those that would tell of them. */
export function maaltallstabell(
  g: Rapportgrunnlag,
  enheter: readonly Post<'enhet'>[],
  dag: Dato,
  id: string,
  tittel: string,
  skjules: (enhet: string) => boolean,
): Blokk {
  let antallSkjulte = 0
  const rader = enheter.flatMap((e) =>
    HOVEDINDIKATORER.flatMap((i): Rute[][] => {
      const t = noekkeltall(e.id, i, g, dag)
      if (t.verdi === null && t.maaltall === null) return []
      const skjult = t.nevner !== null && skjules(e.id)
      if (skjult) antallSkjulte++
      const til = tilEnhet(e.id, i)
      const neste = t.maaltall?.milepaeler.find((m) => `${m.aar}-12-31` >= dag) ?? t.maaltall?.milepaeler.at(-1)
      return [
        [
          kortnavn(e),
          INDIKATORER[i].navn,
          tall(t.maaltall?.basis.verdi ?? null, (n) => `${skrivTall(n)}\u00a0% (${t.maaltall?.basis.aar})`),
          skjult ? SKJULT : tall(t.verdi, (n) => skrivVerdi(i, n), til),
          t.dato === null ? null : kortDato(t.dato),
          tall(t.sti === null ? null : avrund(t.sti, 1), (n) => skrivVerdi(i, n)),
          skjult
            ? SKJULT
            : tall(t.avstand === null ? null : avrund(t.avstand, 1), (n) =>
                n > 0 ? `+${skrivTall(n)}` : skrivTall(n),
              ),
          skjult ? SKJULT : t.status === null ? 'Uten mål' : MAALSTATUS[t.status],
          neste ? `${skrivVerdi(i, neste.verdi)} i ${neste.aar}` : null,
        ],
      ]
    }),
  )
  return tabell(
    {
      id,
      tittel,
      kolonner: [
        'Enhet',
        'Måltall',
        tallkolonne('Start'),
        tallkolonne('Siste måling'),
        'Dato',
        tallkolonne('Målsti den dagen'),
        tallkolonne('Avstand (prosentpoeng)'),
        'Status',
        'Neste milepæl',
      ],
      rader,
      kilde: 'Målingene i Heltidshjulet. Kilden til hver måling står på enhetens side.',
      noter: antallSkjulte > 0 ? [SKJULT_NOTE(g.minst)] : [],
    },
    'Det er ikke registrert målinger eller mål ennå.',
  )
}
