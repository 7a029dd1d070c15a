import { ROLLENAVN } from '../texts/navn.ts'
import { feltnavn, skrivVerdi } from '../texts/verdi.ts'
import type { Rolle } from '../../domain/tilgang.ts'
import type { Hendelse } from './typer.ts'

/** An act of the administration as a sentence. The names of the acts are the server's, and stored; one we do not know is shown as it is. */

const tekst = (x: unknown): string => (typeof x === 'string' ? x : '')
const navn = (h: Hendelse): string => tekst(h.detaljer.navn) || h.gjelder

const SETNINGER: Record<string, (h: Hendelse) => string> = {
  'invitasjon.laget': (h) => `Inviterte ${navn(h)}`,
  'invitasjon.trukket': (h) => `Trakk tilbake lenken til ${navn(h)}`,
  'passordlenke.laget': (h) => `Laget lenke til nytt passord for ${navn(h)}`,
  'bruker.opprettet': (h) => `${navn(h)} tok lenken i bruk`,
  'bruker.endret': (h) => `Endret tilgangen for ${navn(h)}${overgang(h)}`,
  'bruker.sperret': (h) => `Sperret ${navn(h)}`,
  'bruker.aapnet': (h) => `Åpnet for ${navn(h)} igjen`,
  'passord.byttet': (h) => `${navn(h)} byttet passord`,
  'nettbrett.fjernet': (h) => `Fjernet tilgangen for ${navn(h)} (${tekst(h.detaljer.brukerNavn)})`,
  'endring.sluppet': (h) => `Slapp inn en endring fra ${tekst(h.detaljer.brukernavn) || navn(h)}`,
  'endring.forkastet': (h) => `Forkastet en endring fra ${tekst(h.detaljer.brukernavn) || navn(h)}`,
  'overlevering.levert': (h) => `Leverte endringer fra ${navn(h)}, båret uten nett`,
  'kalender.laget': () => 'Laget en privat kalenderadresse',
  'kalender.trukket': () => 'Slettet kalenderadressen sin',
  'enhet.endret': (h) => felt(h, 'enhet', 'Enhet'),
  'maaltall.endret': (h) => felt(h, 'maaltall', 'Måltall'),
}

export const hendelsestekst = (h: Hendelse): string => SETNINGER[h.hva]?.(h) ?? h.hva

function overgang(h: Hendelse): string {
  const rolle = (x: unknown) =>
    typeof x === 'object' && x !== null && 'rolle' in x ? ROLLENAVN[x.rolle as Rolle] : undefined
  const [foer, etter] = [rolle(h.detaljer.foer), rolle(h.detaljer.etter)]
  return foer && etter && foer !== etter ? `: fra ${foer} til ${etter}` : ''
}

function felt(h: Hendelse, type: 'enhet' | 'maaltall', hva: string): string {
  const f = tekst(h.detaljer.felt)
  return `${hva} ${h.gjelder}: ${feltnavn(type, f)} ble ${skrivVerdi(type, f, h.detaljer.etter)}`
}
