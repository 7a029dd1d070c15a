import * as v from 'valibot'
import { INDIKATORER, type Indikatornavn } from '../../domain/indikatorer.ts'
import { maaltallSkjema, type Maaltall } from '../../domain/maaltall.ts'
import { lesTall, skrivKort } from '../../domain/tallformat.ts'

/** A target path as it is typed: years and figures as text, decimal comma allowed, empty lines left out. */
export interface Stifelter {
  linjer: { aar: string; verdi: string }[]
  vedtatt: string
  /** A day, or empty. */
  vedtattDato: string
}

export const TOM_LINJE = { aar: '', verdi: '' }

export const somFelter = (m: Maaltall | undefined): Stifelter => ({
  linjer: m
    ? [m.basis, ...m.milepaeler].map((p) => ({ aar: String(p.aar), verdi: skrivKort(p.verdi, 2) }))
    : [TOM_LINJE, TOM_LINJE].map((l) => ({ ...l })),
  vedtatt: m?.vedtatt ?? '',
  vedtattDato: m?.vedtattDato ?? '',
})

export type Sti = Pick<Maaltall, 'basis' | 'milepaeler' | 'vedtatt' | 'vedtattDato'>
type Lest = { sti: Sti; feil?: undefined } | { sti?: undefined; feil: string }

/** The path, or a sentence that says which line to look at. */
export function lesSti({ linjer, vedtatt, vedtattDato }: Stifelter, indikator: Indikatornavn): Lest {
  const prosent = INDIKATORER[indikator].benevning === '%'
  const punkter: { aar: number; verdi: number }[] = []
  for (const [i, l] of linjer.entries()) {
    if (l.aar.trim() === '' && l.verdi.trim() === '') continue
    const aar = lesTall(l.aar)
    const verdi = lesTall(l.verdi.replace('%', ''))
    if (!aar.ok || !Number.isInteger(aar.verdi)) return { feil: `Linje ${i + 1}: skriv et årstall, for eksempel 2026.` }
    if (!verdi.ok) {
      const slik = prosent ? 'en prosent, for eksempel 66 eller 74,5' : 'timer i måneden, for eksempel 250'
      return { feil: `Linje ${i + 1}: skriv ${slik}.` }
    }
    punkter.push({ aar: aar.verdi, verdi: verdi.verdi })
  }
  const [basis, ...milepaeler] = punkter
  if (!basis || milepaeler.length === 0) return { feil: 'Skriv et utgangspunkt og minst én milepæl.' }
  if (milepaeler[0]!.aar <= basis.aar) return { feil: 'Den første milepælen må ha et seinere år enn utgangspunktet.' }
  const sti = { basis, milepaeler, vedtatt, vedtattDato: vedtattDato || null }
  const svar = v.safeParse(maaltallSkjema, { enhet: 'enhet', indikator, ...sti })
  return svar.success ? { sti: { ...sti, vedtatt: svar.output.vedtatt } } : { feil: svar.issues[0].message }
}
