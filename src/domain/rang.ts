import * as v from 'valibot'

/**
 * A row's place in a list that several people order without a network: a fraction between its neighbours', written in 36 digits and
 * compared as text. A row that is put in or moved changes itself alone, so that what others do meanwhile merges by itself. The last
 * digits are taken from the row's id: two who put something in the same place get a place each.
 */

const SIFRE = '0123456789abcdefghijklmnopqrstuvwxyz'
const HALE = 6
export const RANG_MAKS = 400

/** Never ends with 0: there would be no room before it. */
export const rangSkjema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-z]*[1-9a-z]$/, 'Ugyldig rekkefølge.'),
  v.maxLength(RANG_MAKS),
)

interface Rangert {
  id: string
  rang: string
}

/** By rank, and by id where two are alike: the same order on every device. */
export const etterRang = (a: Rangert, b: Rangert): number =>
  a.rang < b.rang ? -1 : a.rang > b.rang ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** A rank after `foer` and before `etter` (`null`: the end of the list) for the row `id`. Where there is no room between them: after `foer`. */
export const rangMellom = (foer: string | null, etter: string | null, id: string): string =>
  broek(foer ?? '', etter !== null && etter > (foer ?? '') ? etter : null) + hale(id)

/** The shortest fraction between the two. Last in a list it takes small steps: that is where most is put. */
function broek(lav: string, hoey: string | null): string {
  const sist = lav !== '' && hoey === null
  let grense = hoey
  let ut = ''
  for (let i = 0; ; i++) {
    const a = SIFRE.indexOf(lav[i] ?? '0')
    const b = grense === null ? SIFRE.length : SIFRE.indexOf(grense[i] ?? '0')
    if (b - a > 1) return ut + SIFRE[sist ? a + 1 : (a + b) >> 1]!
    ut += SIFRE[a]!
    // Smaller here already: whatever follows is before the limit.
    if (b > a) grense = null
  }
}

/** Digits of the id's end, where a uuid is random. */
function hale(id: string): string {
  const tegn = id.replaceAll('-', '').slice(-HALE).padStart(HALE, '1')
  return tegn.endsWith('0') ? `${tegn.slice(0, -1)}1` : tegn
}
