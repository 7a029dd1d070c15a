/** What the weekend arithmetic takes for given. Each figure has its source beside it, so that it is shown where the figure is. */
export interface Konstant {
  verdi: number
  navn: string
  kilde: string
}

const KS_TURNUS = 'KS, statistikk om heltid og deltid: turnus er 33,6–35,5 timer i full stilling'
const HTA_TREDELT = 'Hovedtariffavtalen KS punkt 4.2.4 (tredelt skift- og turnusarbeid)'

/** Hours a week in a full position (T). */
export const UKETIMER = {
  turnus: { verdi: 35.5, navn: 'Turnus', kilde: KS_TURNUS },
  tredelt: { verdi: 33.6, navn: 'Tredelt turnus, korteste uke', kilde: KS_TURNUS },
  dag: { verdi: 37.5, navn: 'Dagarbeid', kilde: `${HTA_TREDELT}: uken regnes ned fra 37,5 timer` },
} as const satisfies Record<string, Konstant>

export const UKER_I_AARET = 52
export const FERIEUKER = 5

/** What vikar hours are divided by when they become positions. The first is the model's own. */
export const OMREGNINGER = [
  {
    verdi: 1668.5,
    navn: '1 668,5 timer: det én full stilling arbeider når fem ferieuker er trukket fra',
    kilde: 'Utledet: 47 uker × 35,5 timer',
  },
  { verdi: 1846, navn: '1 846 timer: alle 52 ukene', kilde: 'Utledet: 52 uker × 35,5 timer' },
  {
    verdi: 1900,
    navn: '1 900 timer: hovedtariffavtalens omregning av variable tillegg',
    kilde: 'Fagforbundet, lønnskalkulator for KS-området',
  },
] as const satisfies readonly Konstant[]

/** Shifts on a working weekend: Saturday and Sunday. */
export const VAKTER_PER_HELG = 2

/** Length of a shift in an ordinary turnus, hours. */
export const VANLIG_VAKT = 7.5

/** Lengths that are agreed on locally; above 12,5 hours the central unions must approve (arbeidsmiljøloven § 10-12). Hours. */
export const LANGVAKT = { fraOgMed: 10, tilOgMed: 12.5, steg: 0.25 } as const

/** How often one works weekends: every second to every fourth. */
export const FREKVENSER = [2, 3, 4] as const

/** The weekend's share of the week where the need is the same every day: two days of seven. */
export const JEVNT_BEHOV = 2 / 7

/** Tredelt turnus: how much an hour counts beyond itself, the span of the week, and when the shortest week is given outright. */
export const TREDELT = {
  soendagstillegg: { verdi: 1 / 6, navn: 'Hver søndagstime regnes som 1 time og 10 minutter', kilde: HTA_TREDELT },
  nattillegg: { verdi: 1 / 4, navn: 'Hver nattetime regnes som 1 time og 15 minutter', kilde: HTA_TREDELT },
  nattetimerIAaret: {
    verdi: 539,
    navn: 'Nattetimer i året som sammen med 231 søndagstimer gir 33,6',
    kilde: HTA_TREDELT,
  },
  soendagstimerIAaret: { verdi: 231, navn: 'Søndagstimer i året', kilde: HTA_TREDELT },
} as const satisfies Record<string, Konstant>
