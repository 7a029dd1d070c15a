import { RINGNAVN, type AarshjulPost } from '../domain/aarshjul.ts'
import { fristFor } from '../domain/aarshjulregler.ts'
import { skrivTid } from '../domain/aarshjulendring.ts'
import { dagVed, leggTilDager, skrivDato, skrivMaaned, type Dato } from '../domain/dato.ts'

/**
 * A year of the wheel, a unit's, or one activity as an iCalendar file (RFC 5545).
 *
 * Every activity is an all-day event: on its date, or on its month's or quarter's last day, and then named as its frist.
 * A cancelled one is sent as cancelled, so that it goes away where it was taken in before.
 * The UIDs are the activities' own, so that a file that is imported again replaces what it gave before.
 */
export interface Kalender {
  /** Shown by calendars that can: «Årshjul 2026». */
  navn: string
  oppgaver: readonly AarshjulPost[]
  /** When the file is written, milliseconds since 1970. */
  naa: number
  /** It is an address that calendars ask again, not a file: how often they should. */
  oppdateresHverTime?: number
}

const VERT = 'heltidshjulet'
const OKTETTER_PER_LINJE = 75

export function skrivKalender({ navn, oppgaver, naa, oppdateresHverTime }: Kalender): string {
  const stempel = utcTidspunkt(naa)
  const linjer = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Heltidshjulet//${VERT}//NB`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${unnslipp(navn)}`,
    // The first is the standard's (RFC 7986), the second what Outlook reads.
    ...(oppdateresHverTime === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${oppdateresHverTime}H`, `X-PUBLISHED-TTL:PT${oppdateresHverTime}H`]),
    ...oppgaver.flatMap((o) => hendelse(o, stempel)),
    'END:VCALENDAR',
  ]
  return linjer.map((l) => `${brett(l)}\r\n`).join('')
}

function hendelse(o: AarshjulPost, stempel: string): string[] {
  const dag = fristFor(o)
  const avlyst = o.utgaarDato !== null && o.gjortDato === null
  const tittel = [
    avlyst ? 'Utgår: ' : '',
    o.tilstand === 'utkast' ? 'Utkast: ' : '',
    o.dato ? '' : 'Frist: ',
    o.tittel,
    o.eksempel ? ' (eksempel)' : '',
  ].join('')
  return [
    'BEGIN:VEVENT',
    `UID:${o.id}@${VERT}`,
    `DTSTAMP:${stempel}`,
    `DTSTART;VALUE=DATE:${kortDato(dag)}`,
    `DTEND;VALUE=DATE:${kortDato(leggTilDager(dag, 1))}`,
    `SUMMARY:${unnslipp(tittel)}`,
    `DESCRIPTION:${unnslipp(beskrivelse(o, dag))}`,
    `CATEGORIES:${unnslipp(RINGNAVN[o.ring])}`,
    `STATUS:${avlyst ? 'CANCELLED' : o.tilstand === 'utkast' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function beskrivelse(o: AarshjulPost, dag: Dato): string {
  return [
    o.dato
      ? `${o.kvartal}. kvartal ${o.aar}`
      : `Frist ${skrivDato(dag)}, siste dag i ${o.maaned === null ? `${o.kvartal}. kvartal` : skrivMaaned(dag)}`,
    o.flyttetFra && `Flyttet fra ${skrivTid(o.flyttetFra, o.aar)}${o.flyttetGrunn ? `: ${o.flyttetGrunn}` : ''}`,
    o.utgaarDato && `Avlyst ${skrivDato(o.utgaarDato)}${o.utgaarGrunn ? `: ${o.utgaarGrunn}` : ''}`,
    o.ansvarlig && `Ansvarlig: ${o.ansvarlig}`,
    o.gjortDato && `Gjort ${skrivDato(o.gjortDato)}${o.gjortAv ? ` av ${o.gjortAv}` : ''}`,
    o.kommentar,
    o.merknad && `Merknad: ${o.merknad}`,
    o.kilde && `Kilde: ${o.kilde}`,
    o.eksempel && 'Eksempel: innholdet er laget for å vise hvordan årshjulet brukes.',
  ]
    .filter(Boolean)
    .join('\n')
}

const kortDato = (d: Dato): string => d.replaceAll('-', '')

/** `20260918T113005Z` */
function utcTidspunkt(ms: number): string {
  const sekunder = Math.floor((((ms % 86_400_000) + 86_400_000) % 86_400_000) / 1000)
  const to = (n: number) => String(n).padStart(2, '0')
  const klokke = `${to(Math.floor(sekunder / 3600))}${to(Math.floor(sekunder / 60) % 60)}${to(sekunder % 60)}`
  return `${kortDato(dagVed(ms, 'UTC'))}T${klokke}Z`
}

/** Text as a value: the signs that iCalendar uses itself are escaped, control characters left out. */
const unnslipp = (tekst: string): string =>
  tekst
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (t) => `\\${t}`)
    .replace(/\n/g, '\\n')

const oktetter = (tegn: string): number => {
  const kode = tegn.codePointAt(0)!
  return kode < 0x80 ? 1 : kode < 0x800 ? 2 : kode < 0x10000 ? 3 : 4
}

/** Lines of at most 75 octets in UTF-8, never cut inside a character; what follows begins with a space. */
function brett(linje: string): string {
  let ut = ''
  let bredde = 0
  for (const tegn of linje) {
    const n = oktetter(tegn)
    if (bredde + n > OKTETTER_PER_LINJE) {
      ut += '\r\n '
      bredde = 1
    }
    ut += tegn
    bredde += n
  }
  return ut
}
