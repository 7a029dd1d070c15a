import { feil, ok, type Resultat } from './resultat.ts'

/** Figures as a Norwegian reader writes them: decimal comma, no-break spaces, and a true minus sign. */

const HARDT_MELLOMROM = '\u00a0'
const MINUS = '−'

/** Rounded half away from zero, so that −0,5 and 0,5 are told alike; never −0. */
export function avrund(n: number, desimaler: number): number {
  const f = 10 ** desimaler
  const r = Math.round((Math.abs(n) + Number.EPSILON * Math.abs(n)) * f) / f
  return n < 0 && r !== 0 ? -r : r
}

/** `1 234,5` with exactly so many decimals. */
export function skrivTall(n: number, desimaler = 1): string {
  const r = avrund(n, desimaler)
  const [hele, del] = Math.abs(r).toFixed(desimaler).split('.') as [string, string | undefined]
  const gruppert = hele.replace(/\B(?=(\d{3})+$)/g, HARDT_MELLOMROM)
  return `${r < 0 ? MINUS : ''}${gruppert}${del === undefined ? '' : `,${del}`}`
}

/** The figure with as many decimals as it needs, at most so many: `40`, `77,2`. */
export const skrivKort = (n: number, desimaler = 1): string =>
  skrivTall(n, desimaler).replace(/,(\d*?)0+$/, (_, rest: string) => (rest === '' ? '' : `,${rest}`))

/** `77,2 %` */
export const skrivProsent = (n: number, desimaler = 1): string => `${skrivTall(n, desimaler)}${HARDT_MELLOMROM}%`
/** `40 %`, and `40,5 %` only where the half is there: milestones. */
export const skrivKortProsent = (n: number): string => `${skrivKort(n)}${HARDT_MELLOMROM}%`
/** `0,8 prosentpoeng` */
export const skrivProsentpoeng = (n: number): string => `${skrivKort(n)}${HARDT_MELLOMROM}prosentpoeng`
/** `1 ansatt`, `8 ansatte` */
export const skrivAntall = (n: number, en: string, flere: string): string =>
  `${skrivKort(n)}${HARDT_MELLOMROM}${Math.abs(n) === 1 ? en : flere}`

/** The figures of something pasted: an Excel row comes with tabs, a column with line breaks. Empty cells are left out. */
export const celler = (tekst: string): string[] =>
  tekst
    .split(/[\t\r\n]+/)
    .map((c) => c.trim())
    .filter((c) => c !== '')

const ikkeTall = (tekst: string) => feil({ kode: 'HH-701', tekst })

/**
 * What somebody typed, as a number: `77,2`, `77.2 %`, `1 234,5`, `−3`.
 *
 * Spaces group thousands, a comma is the decimal sign, a point is one too unless a comma follows it.
 * «1.234» can be read in two ways and is refused, as is everything else that is not one number;
 * the sentence says what to write.
 */
export function lesTall(tekst: string): Resultat<number> {
  const deler = celler(tekst)
  if (deler.length === 0) return ikkeTall('Skriv et tall.')
  if (deler.length > 1) return ikkeTall('Her er det flere tall. Skriv ett tall i hvert felt.')
  const t = deler[0]!.replace(/[−–]/g, '-').replace(/%$/, '').trim()
  if (/^-?\d{1,3}\.\d{3}$/.test(t)) {
    return ikkeTall(`«${t}» kan leses på to måter. Skriv ${t.replace('.', '')} eller ${t.replace('.', ',')}.`)
  }
  const gruppe = /^-?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/
  const prikkgruppe = /^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d{1,3}(?:\.\d{3}){2,}$/
  let rent: string
  if (gruppe.test(t)) rent = t.replace(/[\s'’]/g, '').replace(',', '.')
  else if (prikkgruppe.test(t)) rent = t.replace(/\./g, '').replace(',', '.')
  else if (/^-?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(t)) rent = t.replace(',', '.')
  else return ikkeTall('Skriv et tall med sifre, for eksempel 54 eller 30,5.')
  const n = Number(rent)
  if (!Number.isFinite(n) || Math.abs(n) > 1e12) return ikkeTall('Tallet er for stort.')
  return ok(n === 0 ? 0 : n)
}
