import * as v from 'valibot'
import type { Dato } from './dato.ts'
import { erBareVerdi } from './indikatordefinisjoner.ts'
import { INDIKATORER, type Indikatornavn } from './indikatorer.ts'
import { DELNAVN, maalingSkjema, verdiAv, type Delnavn } from './maaling.ts'
import { DELER } from './maalingsdeler.ts'
import { lesTall } from './tallformat.ts'

/** What one has of a figure: both counts, the figure alone, or the parts that it is the sum of. */
export type Maate = 'antall' | 'verdi' | 'deler'

/** What stands in the form «Registrer måling»: figures as they were typed or pasted. */
export interface Maalingsfelter extends Record<Delnavn, string> {
  indikator: Indikatornavn
  enhet: string
  dato: string
  /** Indicators without a count are a value alone, or its parts. */
  maate: Maate
  teller: string
  nevner: string
  verdi: string
  spurt: string
  kilde: string
  merknad: string
}

export const TOMME_DELER = Object.fromEntries(DELNAVN.map((d) => [d, ''])) as Record<Delnavn, string>

type Maatefelter = Pick<Maalingsfelter, 'indikator' | 'maate'>
/** The parts to fill in; none where the figure is written as a whole. */
export const delerI = (f: Maatefelter): readonly Delnavn[] => (f.maate === 'deler' ? (DELER[f.indikator] ?? []) : [])
export const erVerdifelt = (f: Maatefelter): boolean =>
  delerI(f).length === 0 && (f.maate === 'verdi' || erBareVerdi(f.indikator))
/** Surveys also tell how many were asked. */
export const erUndersoekelse = (i: Indikatornavn): boolean => i === 'ufrivilligDeltid'

const felter = v.object({
  indikator: v.custom<Indikatornavn>((i) => typeof i === 'string' && i in INDIKATORER, 'Velg indikator.'),
  enhet: v.pipe(v.string(), v.minLength(1, 'Velg enhet.')),
  dato: v.string(),
  maate: v.picklist(['antall', 'verdi', 'deler']),
  teller: v.string(),
  nevner: v.string(),
  verdi: v.string(),
  spurt: v.string(),
  kilde: v.string(),
  merknad: v.string(),
  ...(Object.fromEntries(DELNAVN.map((d) => [d, v.string()])) as Record<Delnavn, v.StringSchema<undefined>>),
})

/**
 * From the form to the content of a measurement; every fault is a sentence beside its field.
 *
 * A day after `idag` is refused, and so is one before 2000: both are slips of the finger.
 */
export const maalingsskjema = (idag: Dato) =>
  v.pipe(
    felter,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const f = dataset.value
      let feil = false
      const si = (felt: keyof Maalingsfelter, message: string): null => {
        feil = true
        addIssue({ message, path: [{ type: 'object', origin: 'value', input: f, key: felt, value: f[felt] }] })
        return null
      }
      const tall = (felt: 'teller' | 'nevner' | 'verdi' | 'spurt' | Delnavn): number | null => {
        const lest = lesTall(f[felt])
        return lest.ok ? lest.verdi : si(felt, lest.feil.tekst)
      }
      const deler = lesDeler(f, tall, (felt) => si(felt, 'Skriv timer for minst ett slag. Tomme felt regnes som 0.'))
      const sum = deler && delsumAv(deler)
      const bareVerdi = erVerdifelt(f)
      const iTimer = erBareVerdi(f.indikator)
      const maaling = {
        enhet: f.enhet,
        indikator: f.indikator,
        dato: f.dato,
        teller: bareVerdi || iTimer ? null : delerI(f).length > 0 ? sum : tall('teller'),
        nevner: bareVerdi || iTimer ? null : tall('nevner'),
        verdi: bareVerdi ? tall('verdi') : iTimer ? sum : null,
        spurt: erUndersoekelse(f.indikator) && !bareVerdi ? tall('spurt') : null,
        deler,
        kilde: f.kilde,
        merknad: f.merknad,
      }
      if (f.dato > idag) si('dato', 'Datoen er fram i tid. Velg i dag eller en tidligere dag.')
      else if (f.dato !== '' && f.dato < '2000-01-01') si('dato', 'Velg en dato etter 1. januar 2000.')
      // Figures that could not be read were told of above; the rest is judged with a figure that offends nobody in their place.
      const proeve = { ...maaling, ...(bareVerdi || iTimer ? { verdi: maaling.verdi ?? 0 } : lesbare(maaling)) }
      const sjekket = v.safeParse(maalingSkjema, proeve)
      for (const i of sjekket.issues ?? []) si(feltFor(f, i), i.message)
      if (feil || !sjekket.success) return NEVER
      const { enhet, indikator, dato, teller, nevner, verdi, spurt, kilde, merknad } = sjekket.output
      return { enhet, indikator, dato, teller, nevner, verdi, spurt, deler: sjekket.output.deler, kilde, merknad }
    }),
  )

/** A sum is judged where its first part stands. */
function feltFor(f: Maalingsfelter, sak: v.BaseIssue<unknown>): keyof Maalingsfelter {
  const [felt, del] = (sak.path ?? []).map((p) => String(p.key))
  const deler = delerI(f)
  if (deler.length > 0 && (felt === 'deler' || felt === 'teller' || felt === 'verdi'))
    return deler.find((d) => d === del) ?? deler[0]!
  return (felt as keyof Maalingsfelter | undefined) ?? 'dato'
}

const delsumAv = (deler: Partial<Record<Delnavn, number>>): number =>
  Math.round(Object.values(deler).reduce((sum, n) => sum + n, 0) * 100) / 100

/** What stands in the fields of the parts; empty ones are 0, but not all of them. `null` where there are no parts, or one cannot be read. */
function lesDeler(
  f: Maalingsfelter,
  tall: (d: Delnavn) => number | null,
  ingen: (d: Delnavn) => null,
): Partial<Record<Delnavn, number>> | null {
  const navn = delerI(f)
  if (navn.length === 0) return null
  if (navn.every((d) => f[d].trim() === '')) return ingen(navn[0]!)
  const lest = navn.map((d) => [d, f[d].trim() === '' ? 0 : tall(d)] as const)
  return lest.some(([, n]) => n === null) ? null : Object.fromEntries(lest as [Delnavn, number][])
}

const lesbare = (m: { teller: number | null; nevner: number | null; spurt: number | null }) => {
  const nevner = m.nevner ?? Math.max(1, Math.ceil(m.teller ?? 1))
  return { teller: m.teller ?? 0, nevner, spurt: m.nevner === null ? null : m.spurt }
}

/** The figure that the typed fields give so far, for the line under them; `null` until it can be worked out. */
export function forhaandsverdi(f: Maatefelter & Partial<Maalingsfelter>) {
  const les = (tekst: string | undefined): number | null => {
    const lest = lesTall(tekst ?? '')
    return lest.ok && lest.verdi >= 0 ? lest.verdi : null
  }
  if (erVerdifelt(f)) return null
  const navn = delerI(f)
  const sum = navn.reduce<number | null>(
    (s, d) => ((f[d] ?? '').trim() === '' ? s : (s ?? 0) + (les(f[d]) ?? NaN)),
    null,
  )
  if (Number.isNaN(sum)) return null
  if (erBareVerdi(f.indikator)) return sum === null ? null : { teller: null, nevner: null, spurt: null, verdi: sum }
  const teller = navn.length > 0 ? sum : les(f.teller)
  const nevner = les(f.nevner)
  if (teller === null || nevner === null || nevner === 0 || teller > nevner) return null
  const spurt = erUndersoekelse(f.indikator) ? les(f.spurt) : null
  return { teller, nevner, spurt, verdi: verdiAv({ teller, nevner, verdi: null }) }
}
