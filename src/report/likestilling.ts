import { FORELDREPERMISJON_2023, REDEGJOERELSESPLIKT } from '../domain/asker/likestilling.ts'
import {
  deltidsandel,
  heltidsandel,
  kvinnersAndelAvMenns,
  midlertidigandel,
  spoersmaal,
  ufrivilligandel,
  type Likestilling,
} from '../domain/likestilling.ts'
import { skrivKort, skrivProsent, skrivTall } from '../domain/tallformat.ts'
import { avsnitt, del, merknad, punkter, tabell, tall, tallkolonne, tekst } from './bygg.ts'
import type { Bestilling, Rapportgrunnlag } from './grunnlag.ts'
import { RAPPORTTITTEL } from './ord.ts'
import type { Blokk, Rapport, Rute } from './rapport.ts'

const VAAR = '(vår utregning)'
const n = (verdi: number | null): Rute => tall(verdi, skrivKort)
const p = (verdi: number | null): Rute => tall(verdi, (x) => skrivProsent(x))
const kr = (verdi: number | null): Rute => tall(verdi, (x) => `${skrivTall(x, 0)}\u00a0kr`)
const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

/**
 * The likestillingsredegjørelse of one year, beside the year before: what is known as it was printed or entered, what we have
 * worked out marked as ours, and what does not add up as questions. Nothing is mended.
 */
export function likestilling({ likestilling: aarene }: Pick<Rapportgrunnlag, 'likestilling'>, b: Bestilling): Rapport {
  const naa = aarene.find((l) => l.aar === b.aar)
  const foer = aarene.find((l) => l.aar < b.aar)
  const vist = [naa, foer].filter((l) => l !== undefined)
  const kilde = vist.map((l) => `${l.aar}: ${l.kilde || 'ført i Heltidshjulet'}`).join('. ')
  const spm = vist.flatMap((l) => spoersmaal(l).map((s) => `${l.aar}: ${s}`))
  const merknader = vist.flatMap((l) => (l.merknad ? [`${l.aar}: ${l.merknad}`] : []))
  return {
    navn: 'likestilling',
    tittel: RAPPORTTITTEL.likestilling,
    undertittel: `${b.aar} · ${b.fra}`,
    til: 'Partssammensatt utvalg (PSU)',
    fra: b.fra,
    aar: b.aar,
    enhet: null,
    saksnummer: b.saksnummer,
    laget: b.idag,
    utgave: null,
    eksempel: vist.some((l) => l.eksempel),
    deler: [
      del(
        'plikten',
        'Plikten til å redegjøre',
        avsnitt(
          `Arbeidsgivers plikt til å arbeide aktivt for likestilling står i likestillings- og diskrimineringsloven § 26, og plikten til å redegjøre for arbeidet i § 26 a.`,
        ),
        merknad(REDEGJOERELSESPLIKT.merknad),
        punkter([
          `Hvert år: ${REDEGJOERELSESPLIKT.hvertAar.join(', ')}.`,
          `Annethvert år: ${REDEGJOERELSESPLIKT.annethvertAar.join(', ')}.`,
        ]) ?? [],
      ),
      del(
        'tilstanden',
        'Del 1: Tilstanden for kjønnslikestilling',
        ...hvertAar(vist, kilde, b.aar),
        ...permisjon(b.aar),
      ),
      del('loenn', 'Lønn og kjønn på ulike nivåer', ...loenn(naa, b.aar), ...ufrivillig(vist, kilde)),
      del(
        'spoersmaal',
        'Spørsmål til tallene',
        punkter(spm) ?? avsnitt('Summer og prosenter stemmer med hverandre.'),
        ...merknader.map((m) => merknad(m)),
      ),
      del(
        'arbeidet',
        'Del 2: Arbeidet for likestilling og mot diskriminering',
        avsnitt('Arbeidet følger fire trinn, i samarbeid med de ansattes representanter.'),
        tekst(
          'undersoeke',
          '1. Undersøke risiko',
          'Skriv hva som er undersøkt, og hvor det kan være fare for diskriminering eller hinder for likestilling.',
        ),
        tekst('analysere', '2. Analysere årsaker', aarsak(naa)),
        tekst('tiltak', '3. Sette i verk tiltak', 'Skriv tiltakene, hvem som har ansvaret og fristen.'),
        tekst('vurdere', '4. Vurdere resultatene', utvikling(naa, foer)),
      ),
    ],
  }
}

/** A row for each thing and year: women, men, together, and the share that is ours. */
function hvertAar(vist: readonly Likestilling[], kilde: string, aar: number): Blokk[] {
  const rad = (
    l: Likestilling,
    hva: string,
    k: number | null,
    m: number | null,
    andel: { kvinner: number | null; menn: number | null },
  ): Rute[] => [hva, String(l.aar), n(k), n(m), n(sum(k, m)), p(andel.kvinner), p(andel.menn)]
  const ingen = { kvinner: null, menn: null }
  const rader = [
    ...vist.map((l) =>
      rad(l, 'Ansatte', l.ansatteKvinner, l.ansatteMenn, { kvinner: l.andelKvinnerProsent, menn: l.andelMennProsent }),
    ),
    ...vist.map((l) => rad(l, 'Ledere', l.ledereKvinner, l.ledereMenn, ingen)),
    ...vist.map((l) => rad(l, 'Midlertidig ansatte', l.midlertidigeKvinner, l.midlertidigeMenn, midlertidigandel(l))),
    ...vist.map((l) => rad(l, 'Deltidsansatte', l.deltidKvinner, l.deltidMenn, deltidsandel(l))),
  ]
  const uker: Rute[][] = vist.map((l) => [
    'Foreldrepermisjon, uker i snitt',
    String(l.aar),
    n(l.permisjonUkerKvinner),
    n(l.permisjonUkerMenn),
    null,
    null,
    null,
  ])
  return [
    tabell(
      {
        id: 'hvert-aar',
        tittel: 'Det som skal redegjøres for hvert år',
        kolonner: [
          'Hva',
          'År',
          tallkolonne('Kvinner'),
          tallkolonne('Menn'),
          tallkolonne('Til sammen'),
          tallkolonne('Andel kvinner'),
          tallkolonne('Andel menn'),
        ],
        rader: vist.length === 0 ? [] : [...rader, ...uker],
        kilde,
        noter: [
          'Ansatte: andelen kvinner og menn, slik den er oppgitt i kilden.',
          `Midlertidige og deltid: andelen av kvinnene og av mennene ${VAAR}.`,
          ...vist.flatMap((l) => {
            const andel = heltidsandel(l)
            return andel === null
              ? []
              : [`${l.aar}: ${skrivProsent(andel)} arbeider ikke deltid ${VAAR}. KS’ serie har en annen definisjon.`]
          }),
        ],
      },
      `Det er ikke ført tall for ${aar}. Velg et annet år, eller før tallene inn.`,
    ),
  ]
}

function permisjon(aar: number): Blokk[] {
  if (aar !== 2023) return []
  const { kvinner, menn, kilde } = FORELDREPERMISJON_2023
  return [
    tabell(
      {
        id: 'foreldrepermisjon',
        tittel: 'Foreldrepermisjon i 2023',
        kolonner: ['Hvem', 'Dekningsgrad', tallkolonne('Snitt, dager'), tallkolonne('Ansatte'), tallkolonne('Dager')],
        rader: [
          ...kvinner.map((r): Rute[] => ['Kvinner', r.rad, n(r.snittDager), n(r.ansatte), n(r.dager)]),
          ...menn.map((r): Rute[] => ['Menn', r.rad, n(r.snittDager), n(r.ansatte), n(r.dager)]),
        ],
        kilde,
      },
      '',
    ),
  ]
}

function loenn(l: Likestilling | undefined, aar: number): Blokk[] {
  return [
    tabell(
      {
        id: 'loenn',
        tittel: `Lønn og kjønn per nivå, ${aar}`,
        kolonner: [
          'Nivå',
          tallkolonne('Kvinner'),
          tallkolonne('Menn'),
          tallkolonne('Andel kvinner'),
          tallkolonne('Snitt kvinner'),
          tallkolonne('Snitt menn'),
          tallkolonne('Forskjell'),
          tallkolonne('Forskjell i kr'),
          tallkolonne('Kvinners andel av menns'),
        ],
        rader: (l?.loenn ?? []).map((r) => [
          r.nivaa,
          n(r.kvinner),
          n(r.menn),
          r.andelKvinnerProsent === null ? null : tall(r.andelKvinnerProsent, (x) => `${skrivKort(x)}\u00a0%`),
          kr(r.snittKvinnerKr),
          kr(r.snittMennKr),
          p(r.forskjellProsent),
          kr(r.forskjellKr),
          p(kvinnersAndelAvMenns(r)),
        ]),
        kilde: l?.kilde || 'Ført i Heltidshjulet.',
        noter: [
          'Forskjell er menns snitt minus kvinners, i prosent av kvinners, slik kilden regner.',
          `Kvinners andel av menns lønn ${VAAR}.`,
        ],
      },
      `Det er ikke ført lønnstall for ${aar}. Loven krever dem annethvert år.`,
    ),
  ]
}

function ufrivillig(vist: readonly Likestilling[], kilde: string): Blokk[] {
  const med = vist.filter((l) => l.ufrivilligKvinner !== null || l.ufrivilligMenn !== null)
  return [
    tabell(
      {
        id: 'ufrivillig',
        tittel: 'Ufrivillig deltid',
        kolonner: [
          'År',
          tallkolonne('Kvinner'),
          tallkolonne('Menn'),
          tallkolonne('Andel av de spurte kvinnene'),
          tallkolonne('Andel av de spurte mennene'),
        ],
        rader: med.map((l) => {
          const andel = ufrivilligandel(l)
          return [String(l.aar), n(l.ufrivilligKvinner), n(l.ufrivilligMenn), p(andel.kvinner), p(andel.menn)]
        }),
        kilde,
      },
      'Ufrivillig deltid er ikke kartlagt i disse årene. Loven krever det annethvert år.',
    ),
  ]
}

function aarsak(l: Likestilling | undefined): string {
  const andel = l && deltidsandel(l)
  return andel && andel.kvinner !== null && andel.menn !== null
    ? `${skrivProsent(andel.kvinner)} av kvinnene og ${skrivProsent(andel.menn)} av mennene arbeider deltid. Skriv hva som kan være årsakene.`
    : 'Skriv hva som kan være årsakene til det dere har funnet.'
}

function utvikling(naa: Likestilling | undefined, foer: Likestilling | undefined): string {
  const [a, b] = [naa && deltidsandel(naa).kvinner, foer && deltidsandel(foer).kvinner]
  return typeof a === 'number' && typeof b === 'number'
    ? `Andelen kvinner som arbeider deltid, gikk fra ${skrivProsent(b)} i ${foer!.aar} til ${skrivProsent(a)} i ${naa!.aar}.`
    : 'Skriv hva tiltakene har gitt, og hva dere vil gjøre videre.'
}
