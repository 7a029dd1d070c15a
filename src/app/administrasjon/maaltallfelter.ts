import * as v from 'valibot'
import { maaltallSkjema, type Maaltall } from '../../domain/maaltall.ts'
import { lesTall, skrivKort } from '../../domain/tallformat.ts'

/** A target path as it is typed: years and percentages as text, decimal comma allowed, empty lines left out. */
export interface Stifelter {
  linjer: { aar: string; verdi: string }[]
  vedtatt: string
}

export const TOM_LINJE = { aar: '', verdi: '' }

export const somFelter = (m: Maaltall | undefined): Stifelter => ({
  linjer: m
    ? [m.basis, ...m.milepaeler].map((p) => ({ aar: String(p.aar), verdi: skrivKort(p.verdi, 2) }))
    : [TOM_LINJE, TOM_LINJE].map((l) => ({ ...l })),
  vedtatt: m?.vedtatt ?? '',
})

type Sti = Pick<Maaltall, 'basis' | 'milepaeler' | 'vedtatt'>

/** The path, or a sentence that says which line to look at. */
export function lesSti({
  linjer,
  vedtatt,
}: Stifelter): { sti: Sti; feil?: undefined } | { sti?: undefined; feil: string } {
  const punkter: { aar: number; verdi: number }[] = []
  for (const [i, l] of linjer.entries()) {
    if (l.aar.trim() === '' && l.verdi.trim() === '') continue
    const aar = lesTall(l.aar)
    const verdi = lesTall(l.verdi.replace('%', ''))
    if (!aar.ok || !Number.isInteger(aar.verdi)) return { feil: `Linje ${i + 1}: skriv et årstall, for eksempel 2026.` }
    if (!verdi.ok) return { feil: `Linje ${i + 1}: skriv en prosent, for eksempel 66 eller 74,5.` }
    punkter.push({ aar: aar.verdi, verdi: verdi.verdi })
  }
  const [basis, ...milepaeler] = punkter
  if (!basis || milepaeler.length === 0) return { feil: 'Skriv et utgangspunkt og minst én milepæl.' }
  if (milepaeler[0]!.aar <= basis.aar) return { feil: 'Den første milepælen må ha et seinere år enn utgangspunktet.' }
  const svar = v.safeParse(v.pick(maaltallSkjema, ['basis', 'milepaeler', 'vedtatt']), { basis, milepaeler, vedtatt })
  return svar.success ? { sti: svar.output } : { feil: svar.issues[0].message }
}
