import { erDato, skrivDato, skrivTidspunkt } from '../../domain/dato.ts'
import type { Helgespaker, Utgangspunkt } from '../../domain/helgespaker.ts'
import { skrivSpaker, skrivUtgangspunkt } from '../../domain/helgetekst.ts'
import { INDIKATORER } from '../../domain/indikatorer.ts'
import { skrivKroner } from '../../domain/penger.ts'
import type { Stilling } from '../../domain/stillingsbilde.ts'
import { aarsverkI, ansatteI } from '../../domain/stillingstall.ts'
import { erTabell } from '../../domain/tabeller.ts'
import { skrivAntall, skrivKort } from '../../domain/tallformat.ts'
import type { Utproevingsmaal } from '../../domain/utproeving.ts'
import { ARTNAVN, RAPPORTTITTEL, VEDTAKSTILSTANDSNAVN } from '../../report/ord.ts'
import { FELTNAVN } from './felt.ts'
import * as navn from './navn.ts'
import * as toern from './toern.ts'
import * as krav from './toernkrav.ts'
import * as utlysning from './utlysning.ts'
import * as utproeving from './utproeving.ts'

/** A field's name on the screen; what this version does not know keeps its own name. */
export function feltnavn(type: string, felt: string): string {
  const felter: Record<string, string> = erTabell(type) && type !== 'beskjed' ? FELTNAVN[type] : {}
  return felter[felt] ?? (felt === 'slettet' ? 'Slettet' : felt)
}

/** Fields that say nothing to a person. */
export const erIndre = (felt: string): boolean =>
  ['forfatter', 'gjelder', 'eksempel', 'forgjenger', 'rang'].includes(felt)

const ORD: Record<string, Record<string, string>> = {
  'enhet.nivaa': navn.NIVAANAVN,
  'aarshjuloppgave.ring': navn.RINGNAVN,
  'aarshjuloppgave.tilstand': { vedtatt: 'vedtatt', utkast: 'utkast' },
  'aarshjuloppgave.gjentakelse': { hvert_aar: 'hvert år', hvert_kvartal: 'hvert kvartal', nei: 'nei' },
  'aarshjuloppgave.slag': { maaling: 'en måling', aktivitet: 'en aktivitet' },
  'aktivitet.status': navn.AKTIVITETSTATUSNAVN,
  'toernoppgave.status': toern.TOERNSTATUSNAVN,
  'toernoppgave.kategori': toern.KATEGORINAVN,
  'toernoppgave.gjoerIDag': toern.YRKENAVN,
  'toernoppgave.boerGjoere': toern.YRKENAVN,
  'toernoppgave.deltMed': toern.YRKENAVN,
  'toernoppgave.vakter': krav.VAKTNAVN,
  'toernoppgave.endring': krav.ENDRINGSNAVN,
  'toernoppgave.krav': krav.OPPGAVEKRAV,
  'toernoppgave.forsvarlighet': krav.FORSVARLIGHETNAVN,
  'toernoppgave.godkjenning': krav.GODKJENNINGSNAVN,
  'uttalelse.syn': navn.SYNNAVN,
  'kostnad.art': ARTNAVN,
  'budsjett.art': ARTNAVN,
  'tilskudd.tilstand': { innvilget: 'innvilget', soekt: 'søkt', avslaatt: 'avslått' },
  'beslutning.synLeder': navn.SYNNAVN,
  'beslutning.synTillitsvalgt': navn.SYNNAVN,
  'vedtak.tilstand': VEDTAKSTILSTANDSNAVN,
  'rapporttekst.rapport': RAPPORTTITTEL,
  'rapportutgave.rapport': RAPPORTTITTEL,
  'utlysning.yrke': toern.YRKENAVN,
  'utlysning.grunner': utlysning.BEGRUNNELSESNAVN,
  'utlysning.alternativer': utlysning.ALTERNATIVNAVN,
  'utlysning.fortrinnsrett': utlysning.FORTRINNSRETTNAVN,
  'utlysning.krav': utlysning.KRAVNAVN,
  'utlysning.droeftetSyn': navn.SYNNAVN,
  'utlysning.utfall': utlysning.UTFALLSNAVN,
  'utproeving.slag': utproeving.SLAGNAVN,
  'utproeving.forloep': utproeving.FASENAVN,
  'maaling.indikator': navnPaa(INDIKATORER),
  'maaltall.indikator': navnPaa(INDIKATORER),
}

function navnPaa(poster: Record<string, { navn: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(poster).map(([noekkel, { navn }]) => [noekkel, navn]))
}

const PERIODER: Record<string, string> = { dag: 'om dagen', uke: 'i uken', maaned: 'i måneden', aar: 'i året' }

/** A field's value in words: «21. november 2026», «Ferdig», «ingenting». */
export function skrivVerdi(type: string, felt: string, verdi: unknown): string {
  if (verdi === null || verdi === undefined || verdi === '') return 'ingenting'
  if (typeof verdi === 'boolean') return verdi ? 'ja' : 'nei'
  if (typeof verdi === 'number' && felt === 'beloep') return skrivKroner(verdi)
  if (typeof verdi === 'number')
    return felt === 'skrevet' || felt === 'lukket' || felt === 'tidUte'
      ? skrivTidspunkt(verdi)
      : String(verdi).replace('.', ',').replace('-', '−')
  if (typeof verdi === 'string') {
    if (erDato(verdi)) return skrivDato(verdi)
    const ofte = felt === 'hvorOfte' ? /^(\d+)\/(\w+)$/.exec(verdi) : null
    if (ofte) return `${ofte[1]} ${ofte[1] === '1' ? 'gang' : 'ganger'} ${PERIODER[ofte[2]!] ?? ofte[2]}`
    return ORD[`${type}.${felt}`]?.[verdi] ?? verdi
  }
  if (`${type}.${felt}` === 'stillingsbilde.stillinger') {
    const alle = verdi as Stilling[]
    return `${skrivAntall(ansatteI(alle), 'ansatt', 'ansatte')}, ${skrivKort(aarsverkI(alle))}\u00a0årsverk`
  }
  if (`${type}.${felt}` === 'scenario.utgangspunkt') return skrivUtgangspunkt(verdi as Utgangspunkt)
  if (`${type}.${felt}` === 'scenario.spaker') return skrivSpaker(verdi as Helgespaker)
  if (Array.isArray(verdi))
    return verdi.length === 0 ? 'ingenting' : verdi.map((v) => skrivVerdi(type, felt, v)).join(', ')
  if (`${type}.${felt}` === 'utproeving.maal') return utproeving.skrivMaal(verdi as Utproevingsmaal)
  const deler = verdi as Record<string, unknown>
  if ('kvartal' in deler)
    return typeof deler['dato'] === 'string'
      ? skrivDato(deler['dato'])
      : `${String(deler['kvartal'])}. kvartal ${String(deler['aar'])}`
  if ('slag' in deler) return skrivVerdi(type, 'slag', deler['tekst'] ?? deler['slag'])
  if ('aar' in deler && 'verdi' in deler) return `${skrivVerdi(type, '', deler['verdi'])} % i ${String(deler['aar'])}`
  return Object.values(deler)
    .map((v) => skrivVerdi(type, felt, v))
    .join(', ')
}
