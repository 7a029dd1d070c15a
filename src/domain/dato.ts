/**
 * Calendar days, the only file on the pure floors that may use `Date`.
 *
 * A day is a string `YYYY-MM-DD` without time zone; it compares and sorts as text.
 * Instants are milliseconds since 1970 (UTC) and always an argument.
 */
export type Dato = string

export const MAANEDER = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const
const UKEDAGER = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'] as const
const DAG_MS = 86_400_000

export type Kvartal = 1 | 2 | 3 | 4
export const KVARTALER: readonly Kvartal[] = [1, 2, 3, 4]

const utc = (d: Dato): number => Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8, 10)))
const fraUtc = (ms: number): Dato => new Date(ms).toISOString().slice(0, 10)

/** Whether the text is a day that exists: `2024-02-30` does not. */
export function erDato(d: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(d) && !Number.isNaN(utc(d)) && fraUtc(utc(d)) === d
}

/** The day on the wall in Norway at an instant, in milliseconds. */
export function dagVed(ms: number, tidssone = 'Europe/Oslo'): Dato {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: tidssone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(ms)
}

export const aarAv = (d: Dato): number => Number(d.slice(0, 4))
export const maanedAv = (d: Dato): number => Number(d.slice(5, 7))
export const kvartalAv = (d: Dato): Kvartal => Math.ceil(maanedAv(d) / 3) as Kvartal
export const leggTilDager = (d: Dato, dager: number): Dato => fraUtc(utc(d) + dager * DAG_MS)

/** The same day so many months later (negative: earlier); the month's last day where the day does not exist. */
export function leggTilMaaneder(d: Dato, maaneder: number): Dato {
  const n = aarAv(d) * 12 + maanedAv(d) - 1 + maaneder
  const aar = Math.floor(n / 12)
  const maaned = (n % 12) + 1
  const dag = Math.min(Number(d.slice(8, 10)), Number(sisteDagIMaaned(aar, maaned).slice(8, 10)))
  return `${aar}-${String(maaned).padStart(2, '0')}-${String(dag).padStart(2, '0')}`
}

/** Whole days from the one to the other; negative when `til` comes first. */
export const dagerFra = (fra: Dato, til: Dato): number => Math.round((utc(til) - utc(fra)) / DAG_MS)

export const sisteDagIMaaned = (aar: number, maaned: number): Dato => fraUtc(Date.UTC(aar, maaned, 0))
export const foersteDagIKvartal = (aar: number, kvartal: Kvartal): Dato =>
  `${aar}-${String(kvartal * 3 - 2).padStart(2, '0')}-01`
export const sisteDagIKvartal = (aar: number, kvartal: Kvartal): Dato => sisteDagIMaaned(aar, kvartal * 3)

/** The day's place in its year, 0 on 1 January and just under 1 on 31 December. */
export const andelAvAaret = (d: Dato): number =>
  dagerFra(`${d.slice(0, 4)}-01-01`, d) / (dagerFra(`${d.slice(0, 4)}-01-01`, `${d.slice(0, 4)}-12-31`) + 1)

/** The day as a number on the axis of years: the end of 2024 is 2025.0. Targets count from it (domain/maaltall.ts). */
export const somAar = (d: Dato): number =>
  aarAv(d) +
  dagerFra(`${d.slice(0, 4)}-01-01`, leggTilDager(d, 1)) /
    (dagerFra(`${d.slice(0, 4)}-01-01`, `${d.slice(0, 4)}-12-31`) + 1)

/** `21. november 2026` */
export const skrivDato = (d: Dato): string => `${Number(d.slice(8, 10))}. ${MAANEDER[maanedAv(d) - 1]} ${d.slice(0, 4)}`
/** `21. november` */
export const skrivDag = (d: Dato): string => `${Number(d.slice(8, 10))}. ${MAANEDER[maanedAv(d) - 1]}`
/** `november 2026` */
export const skrivMaaned = (d: Dato): string => `${MAANEDER[maanedAv(d) - 1]} ${d.slice(0, 4)}`
/** `Lørdag 21. november 2026` */
export function skrivUkedag(d: Dato): string {
  const u = UKEDAGER[new Date(utc(d)).getUTCDay()]!
  return `${u[0]!.toUpperCase()}${u.slice(1)} ${skrivDato(d)}`
}
/** `21. november 2026 kl. 13.05`, Norwegian time, from milliseconds. */
export function skrivTidspunkt(ms: number, tidssone = 'Europe/Oslo'): string {
  const klokke = new Intl.DateTimeFormat('nb-NO', {
    timeZone: tidssone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)
  return `${skrivDato(dagVed(ms, tidssone))} kl. ${klokke.replace(':', '.')}`
}
export const MAANED_KORT = MAANEDER.map((m) => m.slice(0, 3))
/** «juli–september» */
export const skrivKvartalMaaneder = (k: Kvartal): string => `${MAANEDER[k * 3 - 3]}–${MAANEDER[k * 3 - 1]}`
