import * as v from 'valibot'
import { aar, eksempel, kortTekst, langTekst, prosent } from './felt.ts'
import { avrund } from './tallformat.ts'

/**
 * The figures of the likestillingsredegjørelse (likestillings- og diskrimineringsloven §§ 26 and 26 a): every year the balance of
 * the sexes, temporary, part-time, parental leave; every second year pay and balance by level, and involuntary part-time.
 */

const antall = v.optional(
  v.nullable(
    v.pipe(
      v.number('Skriv et tall.'),
      v.integer('Mennesker telles i hele tall.'),
      v.minValue(0, 'Tallet kan ikke være under 0.'),
    ),
  ),
  null,
)
const uker = v.optional(v.nullable(v.pipe(v.number('Skriv et tall.'), v.minValue(0), v.maxValue(200))), null)
const andel = v.optional(v.nullable(prosent), null)
const kroner = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))

/** A level of the pay table: people and mean pay a year (kroner). What was printed beside them is kept as printed. */
export const loennsradSkjema = v.object({
  nivaa: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  kvinner: v.pipe(v.number(), v.integer(), v.minValue(0)),
  menn: v.pipe(v.number(), v.integer(), v.minValue(0)),
  snittKvinnerKr: v.optional(kroner, null),
  snittMennKr: v.optional(kroner, null),
  /** As printed; `null` where the source has none. */
  andelKvinnerProsent: v.optional(v.nullable(v.number()), null),
  totalt: v.optional(v.nullable(v.number()), null),
  forskjellProsent: v.optional(v.nullable(v.number()), null),
  forskjellKr: v.optional(v.nullable(v.number()), null),
  snittAlleKr: v.optional(kroner, null),
  /** The row that is printed as the sum of the others. */
  erTotal: v.optional(v.boolean(), false),
})
export type Loennsrad = v.InferOutput<typeof loennsradSkjema>

/** One year of the municipality. `…Kvinner` and `…Menn` are people unless the name says otherwise. */
export const likestillingSkjema = v.object({
  aar,
  ansatteKvinner: antall,
  ansatteMenn: antall,
  /** As printed, 0–100. */
  andelKvinnerProsent: andel,
  andelMennProsent: andel,
  ledereKvinner: antall,
  ledereMenn: antall,
  ledergruppeKvinnerProsent: andel,
  ledergruppeMennProsent: andel,
  midlertidigeKvinner: antall,
  midlertidigeMenn: antall,
  deltidKvinner: antall,
  deltidMenn: antall,
  permisjonUkerKvinner: uker,
  permisjonUkerMenn: uker,
  ufrivilligKvinner: antall,
  ufrivilligMenn: antall,
  /** How many of the part-timers were asked. */
  spurtKvinner: antall,
  spurtMenn: antall,
  loenn: v.optional(v.pipe(v.array(loennsradSkjema), v.maxLength(60, 'Det er plass til 60 nivåer.')), []),
  kilde: kortTekst('Kilde'),
  merknad: langTekst('Merknad'),
  eksempel,
})
export type Likestilling = v.InferOutput<typeof likestillingSkjema>
type Tallfelt = Exclude<keyof Likestilling, 'aar' | 'loenn' | 'kilde' | 'merknad' | 'eksempel'>

/** One row a year, whoever begins it. */
export const likestillingId = (aaret: number): string => `likestilling-${aaret}`

export interface Par {
  kvinner: number | null
  menn: number | null
}

/** Share in percent with one decimal; `null` where it cannot be worked out. */
export const andelAv = (teller: number | null, nevner: number | null): number | null =>
  teller === null || nevner === null || nevner === 0 ? null : avrund((teller * 100) / nevner, 1)

/** Part-timers of each sex in percent of those employed, one decimal: worked out by us. */
export const deltidsandel = (l: Likestilling): Par => ({
  kvinner: andelAv(l.deltidKvinner, l.ansatteKvinner),
  menn: andelAv(l.deltidMenn, l.ansatteMenn),
})
export const midlertidigandel = (l: Likestilling): Par => ({
  kvinner: andelAv(l.midlertidigeKvinner, l.ansatteKvinner),
  menn: andelAv(l.midlertidigeMenn, l.ansatteMenn),
})
export const ufrivilligandel = (l: Likestilling): Par => ({
  kvinner: andelAv(l.ufrivilligKvinner, l.spurtKvinner),
  menn: andelAv(l.ufrivilligMenn, l.spurtMenn),
})

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

/** Everyone who is not part-time, in percent: ours, and another definition than KS' series. */
export const heltidsandel = (l: Likestilling): number | null => {
  const deltid = andelAv(sum(l.deltidKvinner, l.deltidMenn), sum(l.ansatteKvinner, l.ansatteMenn))
  return deltid === null ? null : avrund(100 - deltid, 1)
}

/** Women's mean pay in percent of men's, one decimal: what the law asks for. */
export const kvinnersAndelAvMenns = (r: Pick<Loennsrad, 'snittKvinnerKr' | 'snittMennKr'>): number | null =>
  r.snittKvinnerKr === null ? null : andelAv(r.snittKvinnerKr, r.snittMennKr)

/** How far printed percentages may be from what the counts give, for rounding. */
const AVRUNDING = 0.05 + 1e-9
const tall = (n: number, desimaler = 1): string => avrund(n, desimaler).toFixed(desimaler).replace('.', ',')
const hele = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

/** What does not add up, as questions to whoever has the source. Nothing is mended. */
export function spoersmaal(l: Likestilling): string[] {
  return [...prosenter(l), ...delerAvHelheten(l), ...loennstabell(l.loenn)]
}

function prosenter(l: Likestilling): string[] {
  const par = (navn: string, kvinner: number | null, menn: number | null): string[] =>
    kvinner === null || menn === null || Math.abs(kvinner + menn - 100) < AVRUNDING
      ? []
      : [`${navn}: ${tall(kvinner)} og ${tall(menn)} prosent blir ${tall(kvinner + menn)}, ikke 100. Hva er riktig?`]
  const regnet = andelAv(l.ansatteKvinner, sum(l.ansatteKvinner, l.ansatteMenn))
  const avvik =
    l.andelKvinnerProsent !== null && regnet !== null && Math.abs(l.andelKvinnerProsent - regnet) > AVRUNDING
      ? [
          `Kjønnsbalansen er oppgitt til ${tall(l.andelKvinnerProsent)} prosent kvinner, men ${hele(l.ansatteKvinner!)} av ${hele(l.ansatteKvinner! + l.ansatteMenn!)} ansatte er ${tall(regnet)} prosent. Hva er riktig?`,
        ]
      : []
  return [
    ...par('Kjønnsbalansen', l.andelKvinnerProsent, l.andelMennProsent),
    ...avvik,
    ...par('Ledergruppen', l.ledergruppeKvinnerProsent, l.ledergruppeMennProsent),
  ]
}

const DELER: [del: Tallfelt, helhet: Tallfelt, navn: string][] = [
  ['deltidKvinner', 'ansatteKvinner', 'kvinner som arbeider deltid'],
  ['deltidMenn', 'ansatteMenn', 'menn som arbeider deltid'],
  ['midlertidigeKvinner', 'ansatteKvinner', 'midlertidig ansatte kvinner'],
  ['midlertidigeMenn', 'ansatteMenn', 'midlertidig ansatte menn'],
  ['ufrivilligKvinner', 'spurtKvinner', 'kvinner i ufrivillig deltid'],
  ['ufrivilligMenn', 'spurtMenn', 'menn i ufrivillig deltid'],
]

function delerAvHelheten(l: Likestilling): string[] {
  return DELER.flatMap(([del, helhet, navn]) => {
    const [a, b] = [l[del], l[helhet]]
    return a !== null && b !== null && a > b
      ? [`Det står flere ${navn} (${hele(a)}) enn det er å ta av (${hele(b)}). Hva er riktig?`]
      : []
  })
}

function loennstabell(rader: readonly Loennsrad[]): string[] {
  const nivaaer = rader.filter((r) => !r.erTotal)
  const total = rader.find((r) => r.erTotal)
  const ut: string[] = []
  for (const r of rader) {
    if (r.totalt !== null && r.totalt !== r.kvinner + r.menn)
      ut.push(
        `${r.nivaa}: ${hele(r.kvinner)} kvinner og ${hele(r.menn)} menn blir ${hele(r.kvinner + r.menn)}, ikke ${hele(r.totalt)}. Hva er riktig?`,
      )
    if (r.forskjellKr !== null && r.snittMennKr !== null && r.snittKvinnerKr !== null) {
      const forskjell = r.snittMennKr - r.snittKvinnerKr
      if (Math.abs(forskjell - r.forskjellKr) > 0.5)
        ut.push(
          `${r.nivaa}: forskjellen er oppgitt til ${hele(r.forskjellKr)} kr, men snittene gir ${hele(forskjell)} kr. Hva er riktig?`,
        )
    }
  }
  if (total && nivaaer.length > 0) {
    for (const kjoenn of ['kvinner', 'menn'] as const) {
      const s = nivaaer.reduce((n, r) => n + r[kjoenn], 0)
      if (s !== total[kjoenn])
        ut.push(
          `Nivåene blir til sammen ${hele(s)} ${kjoenn}, men totalraden har ${hele(total[kjoenn])}. Hva er riktig?`,
        )
    }
    ut.push(...vektetSnitt(nivaaer, total))
  }
  return ut
}

/** The means of the levels, weighted by people, against the printed total; a krone is rounding. */
function vektetSnitt(nivaaer: readonly Loennsrad[], total: Loennsrad): string[] {
  const snitt = (kjoenn: 'kvinner' | 'menn', kr: 'snittKvinnerKr' | 'snittMennKr'): number | null => {
    const folk = nivaaer.reduce((n, r) => n + r[kjoenn], 0)
    if (folk === 0 || nivaaer.some((r) => r[kr] === null && r[kjoenn] > 0)) return null
    return Math.round(nivaaer.reduce((n, r) => n + r[kjoenn] * (r[kr] ?? 0), 0) / folk)
  }
  return (
    [
      ['kvinner', 'snittKvinnerKr'],
      ['menn', 'snittMennKr'],
    ] as const
  ).flatMap(([kjoenn, kr]) => {
    const regnet = snitt(kjoenn, kr)
    const trykt = total[kr]
    return regnet === null || trykt === null || Math.abs(regnet - trykt) <= 1
      ? []
      : [
          `Nivåenes vektede snitt for ${kjoenn} er ${hele(regnet)} kr, men totalraden har ${hele(trykt)} kr. Hva er riktig?`,
        ]
  })
}
