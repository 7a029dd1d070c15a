import * as v from 'valibot'
import type { Dato } from './dato.ts'
import { erBareVerdi, INDIKATORER, type Indikatornavn } from './indikatorer.ts'
import { maalingSkjema, verdiAv } from './maaling.ts'
import { lesTall } from './tallformat.ts'

/** What stands in the form «Registrer måling»: figures as they were typed or pasted. */
export interface Maalingsfelter {
  indikator: Indikatornavn
  enhet: string
  dato: string
  /** `verdi` where only the percentage was published. Indicators without a count are always a value alone. */
  maate: 'antall' | 'verdi'
  teller: string
  nevner: string
  verdi: string
  kilde: string
  merknad: string
}

export const erVerdifelt = (f: Pick<Maalingsfelter, 'indikator' | 'maate'>): boolean =>
  f.maate === 'verdi' || erBareVerdi(f.indikator)

const felter = v.object({
  indikator: v.custom<Indikatornavn>((i) => typeof i === 'string' && i in INDIKATORER, 'Velg indikator.'),
  enhet: v.pipe(v.string(), v.minLength(1, 'Velg enhet.')),
  dato: v.string(),
  maate: v.picklist(['antall', 'verdi']),
  teller: v.string(),
  nevner: v.string(),
  verdi: v.string(),
  kilde: v.string(),
  merknad: v.string(),
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
      const tall = (felt: 'teller' | 'nevner' | 'verdi'): number | null => {
        const lest = lesTall(f[felt])
        return lest.ok ? lest.verdi : si(felt, lest.feil.tekst)
      }
      const bareVerdi = erVerdifelt(f)
      const maaling = {
        enhet: f.enhet,
        indikator: f.indikator,
        dato: f.dato,
        teller: bareVerdi ? null : tall('teller'),
        nevner: bareVerdi ? null : tall('nevner'),
        verdi: bareVerdi ? tall('verdi') : null,
        kilde: f.kilde,
        merknad: f.merknad,
      }
      if (f.dato > idag) si('dato', 'Datoen er fram i tid. Velg i dag eller en tidligere dag.')
      else if (f.dato !== '' && f.dato < '2000-01-01') si('dato', 'Velg en dato etter 1. januar 2000.')
      // Figures that could not be read were told of above; the rest is judged with a figure that offends nobody in their place.
      const proeve = { ...maaling, ...(bareVerdi ? { verdi: maaling.verdi ?? 0 } : lesbare(maaling)) }
      const sjekket = v.safeParse(maalingSkjema, proeve)
      for (const i of sjekket.issues ?? []) si((v.getDotPath(i) ?? 'dato') as keyof Maalingsfelter, i.message)
      if (feil || !sjekket.success) return NEVER
      const { enhet, indikator, dato, teller, nevner, verdi, kilde, merknad } = sjekket.output
      return { enhet, indikator, dato, teller, nevner, verdi, kilde, merknad }
    }),
  )

const lesbare = (m: { teller: number | null; nevner: number | null }) => ({
  teller: m.teller ?? 0,
  nevner: m.nevner ?? Math.max(1, Math.ceil(m.teller ?? 1)),
})

/** The figure that the typed fields give so far, for the line under them; `null` until it can be worked out. */
export function forhaandsverdi(f: Pick<Maalingsfelter, 'indikator' | 'maate' | 'teller' | 'nevner' | 'verdi'>) {
  const les = (tekst: string): number | null => {
    const lest = lesTall(tekst)
    return lest.ok && lest.verdi >= 0 ? lest.verdi : null
  }
  if (erVerdifelt(f)) return null
  const teller = les(f.teller)
  const nevner = les(f.nevner)
  if (teller === null || nevner === null || nevner === 0 || teller > nevner) return null
  return { teller, nevner, verdi: verdiAv({ teller, nevner, verdi: null }) }
}
