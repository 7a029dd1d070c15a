import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Feil } from '../../domain/resultat.ts'
import type { ApiFeil } from '../../sync/messages.ts'

/** The faults that the server's own routes answer with: status and sentence per permanent code (docs/feilkoder.md). */
const FAULTS = {
  'HH-301': [400, 'Meldingen kunne ikke leses. Oppdater appen og prøv igjen.'],
  'HH-305': [
    422,
    'Overleveringen er endret på veien eller skadet, og er ikke tatt imot. Det som ble skrevet, ligger fortsatt på nettbrettet det kom fra.',
  ],
  'HH-306': [
    422,
    'Overleveringen er laget for en annen installasjon av Heltidshjulet, og kan ikke åpnes her. Det som ble skrevet, ligger fortsatt på nettbrettet det kom fra.',
  ],
  'HH-307': [
    422,
    'Overleveringen er laget av en nyere versjon enn tjeneren har. Den blir tatt vare på her til tjeneren er oppdatert.',
  ],
  // As one who is not logged in: the device waits for its user, and has lost nothing.
  'HH-308': [401, 'En annen er logget inn i denne nettleseren. Logg inn igjen for å sende det du har skrevet.'],
  'HH-401': [401, 'Du er ikke logget inn. Logg inn for å synkronisere.'],
  'HH-402': [401, 'E-postadressen eller passordet er feil. Prøv igjen.'],
  'HH-403': [403, 'Dette kan bare prosjektlederen gjøre.'],
  'HH-404': [404, 'Adressen finnes ikke. Oppdater appen og prøv igjen.'],
  'HH-405': [403, 'Tilgangen din er sperret. Ta kontakt med prosjektlederen.'],
  'HH-406': [410, 'Lenken er brukt, trukket tilbake eller gått ut. Be prosjektlederen om en ny.'],
  'HH-407': [409, 'Du kan ikke sperre deg selv eller endre din egen rolle. Be en annen prosjektleder gjøre det.'],
  'HH-408': [409, 'Den siste prosjektlederen kan ikke fjernes. Gi rollen til en annen først.'],
  'HH-409': [409, 'Det finnes allerede en bruker med denne e-postadressen.'],
  'HH-410': [404, 'Brukeren, invitasjonen eller nettbrettet finnes ikke lenger. Last listen på nytt.'],
  'HH-411': [400, 'Se over det du har skrevet, og prøv igjen.'],
  'HH-412': [403, 'Passnøkkelen ble ikke godtatt. Prøv igjen, eller bruk passord.'],
  'HH-413': [413, 'Meldingen er for stor. Del den opp og prøv igjen.'],
  'HH-414': [403, 'Forespørselen kom fra et annet nettsted og ble avvist. Åpne Heltidshjulet på sin egen adresse.'],
  'HH-415': [415, 'Meldingen må være JSON. Oppdater appen og prøv igjen.'],
  'HH-416': [400, 'Passordet ble ikke byttet. Sjekk passordet du har fra før, og at det nye har minst 12 tegn.'],
  'HH-417': [403, 'Det er lenge siden du logget inn. Logg ut og inn igjen, og prøv på nytt.'],
  'HH-418': [404, 'Kalenderadressen er slettet eller byttet ut. Lag en ny under Årshjul i Heltidshjulet.'],
  'HH-429': [429, 'For mange forsøk. Vent litt og prøv igjen.'],
  'HH-500': [
    500,
    'Noe feilet på serveren, og det er skrevet i loggen der. Det du har skrevet, ligger trygt på nettbrettet.',
  ],
  'HH-503': [503, 'Databasen svarer ikke akkurat nå. Det du har skrevet, ligger trygt på nettbrettet.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>

export type Kode = keyof typeof FAULTS

/** Answers with a fault of ours; `text` where the sentence can say more than the usual one. */
export function fault(c: Context, code: Kode, text: string = FAULTS[code][1]): Response {
  return c.json<ApiFeil>({ error: { code, text } }, FAULTS[code][0])
}

/** A fault of ours as a value. */
export const feilMed = (kode: Kode, tekst: string = FAULTS[kode][1], felt?: string): Feil => ({
  kode,
  tekst,
  ...(felt === undefined ? {} : { felt }),
})

/** Answers with a fault that came as a value; codes of the sync (HH-2xx, HH-3xx) are refusals. */
export function answerFeil(c: Context, { kode, tekst, felt }: Feil): Response {
  const status = kode in FAULTS ? FAULTS[kode as Kode][0] : 403
  return c.json({ error: { code: kode, text: tekst, ...(felt === undefined ? {} : { field: felt }) } }, status)
}
