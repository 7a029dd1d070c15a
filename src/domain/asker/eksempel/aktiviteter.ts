import type { Aktivitetstatus, Tiltaksmaal } from '../../aktivitet.ts'
import { kvartalAv, aarAv, leggTilDager, sisteDagIKvartal, type Dato } from '../../dato.ts'
import { startrad, type Startrad } from '../../startrad.ts'

/** Title, tiltaksmål, status, responsible, due day counted from today (`null` none), and what it is about. A done one was done on its due day. */
type Linje = [
  tittel: string,
  tiltaksmaal: Tiltaksmaal | null,
  status: Aktivitetstatus,
  ansvarlig: string,
  frist: number | 'kvartalsslutt' | null,
  beskrivelse?: string,
]

const AL = 'avdelingsleder'
const FK = 'fagkoordinator'
const TV = 'avdelingsleder og tillitsvalgt'

// prettier-ignore
const AKTIVITETER: Record<string, Linje[]> = {
  bondihagen: [
    ['Evaluere langvaktene i helgen', 'T2', 'i_gang', TV, 1, 'Hva sier beboerne, de ansatte og vaktplanen etter tre måneder med langvakt? Skal ordningen videreføres, justeres eller avsluttes?'],
    ['Gå gjennom helgebemanningen med de tillitsvalgte', 'T2', 'planlagt', TV, 'kvartalsslutt'],
    ['Avklare opplæring for oppgaver som flyttes til assistenter', 'T1', 'planlagt', FK, 22, 'Hvilke kurs og fullmakter trengs før oppgavene flyttes?'],
    ['Spørre deltidsansatte om de ønsker større stilling', 'T1', 'planlagt', AL, -6, 'Samtale med alle som har under 80 % stilling.'],
    ['Lyse ut to ledige helgestillinger som én heltidsstilling', 'T3', 'planlagt', AL, 5, 'Fortrinnsretten for deltidsansatte avklares først.'],
    ['Lage rammeavtale for ekstravakter', 'T4', 'idee', AL, null, 'Faste ekstravakter framfor bestilling fra gang til gang.'],
    ['Kick-off om heltid med ansatte og tillitsvalgte', 'T1', 'ferdig', AL, -190, 'To spørsmål: Hvordan vil vi at tjenesten vår skal være? Hva må vi endre for å få det til?'],
  ],
  hurum: [
    ['Kick-off om heltid for alle ansatte', 'T1', 'ferdig', AL, -520],
    ['Innføre årsplan etter Askermodellen', 'T2', 'ferdig', AL, -430],
    ['Prøve langvakter hver tredje helg', 'T2', 'ferdig', TV, -360],
    ['Spørre deltidsansatte om de ønsker større stilling', 'T1', 'ferdig', AL, -300],
    ['Lyse ut ledige helgestillinger som heltidsstillinger', 'T3', 'ferdig', AL, -210],
    ['Inngå rammeavtaler for ekstravakter', 'T4', 'ferdig', AL, -120],
    ['Dele erfaringer om fagteam med nye enheter', 'T1', 'ferdig', FK, -35],
    ['Evaluere fagteamet og langvaktene samlet', 'T2', 'i_gang', TV, 12, 'Resultatet legges fram i MBM og for styringsgruppen.'],
  ],
  braaset: [
    ['Kick-off om heltid for alle ansatte', 'T1', 'ferdig', AL, -480],
    ['Innføre årsplan etter Askermodellen', 'T2', 'ferdig', AL, -390],
    ['Prøve langvakter i to avdelinger', 'T2', 'ferdig', TV, -330],
    ['Lyse ut fire ledige stillinger som heltid', 'T3', 'ferdig', AL, -240],
    ['Inngå rammeavtaler for ekstravakter', 'T4', 'ferdig', AL, -150],
    ['Lære opp helsefagarbeidere i sårstell', 'T1', 'ferdig', FK, -48],
    ['Planlegge ferien et halvt år fram', 'T2', 'i_gang', AL, 3],
    ['Gå gjennom bruken av vikarbyrå', 'T4', 'planlagt', AL, 26],
  ],
  gullhella: [
    ['Kick-off om heltid for alle ansatte', 'T1', 'ferdig', AL, -400],
    ['Kartlegge oppgaver med TØRN', 'T1', 'ferdig', FK, -230],
    ['Lage forslag til årsplan', 'T2', 'ferdig', TV, -70],
    ['Prøve langvakter i en avdeling', 'T2', 'i_gang', TV, 4],
    ['Lyse ut tre ledige helgestillinger som én heltidsstilling', 'T3', 'planlagt', AL, 40],
    ['Lage rammeavtale for ekstravakter', 'T4', 'planlagt', AL, -12],
  ],
  nesbru: [
    ['Kick-off om heltid for alle ansatte', 'T1', 'ferdig', AL, -380],
    ['Spørre deltidsansatte om de ønsker større stilling', 'T1', 'ferdig', AL, -140],
    ['Lage forslag til årsplan', 'T2', 'i_gang', TV, -20, 'Forslaget var klart for MBM, men møtet ble utsatt.'],
    ['Prøve langvakter', 'T2', 'avbrutt', TV, -90, 'Avbrutt: for få ønsket å delta. Tas opp igjen når årsplanen er klar.'],
    ['Lyse ut ledige stillinger som heltid', 'T3', 'planlagt', AL, -3],
    ['Lage rammeavtale for ekstravakter', 'T4', 'idee', AL, null],
  ],
  royken: [
    ['Få på plass en varig turnus', 'T2', 'i_gang', TV, -45, 'Turnusen er midlertidig godkjent. Arbeidet skjer sammen med hovedtillitsvalgt.'],
    ['Kick-off om heltid med ansatte og tillitsvalgte', 'T1', 'planlagt', AL, -14],
    ['Registrere måling', null, 'planlagt', AL, 6],
    ['Spørre deltidsansatte om de ønsker større stilling', 'T1', 'planlagt', AL, 45],
    ['Lage rammeavtale for ekstravakter', 'T4', 'idee', AL, null],
  ],
}

/** Invented pilot activities. Due days are counted from the day of the seed; the ids never change. */
export function eksempelaktiviteter(idag: Dato): Startrad[] {
  const dag = (frist: number | 'kvartalsslutt'): Dato =>
    frist === 'kvartalsslutt' ? sisteDagIKvartal(aarAv(idag), kvartalAv(idag)) : leggTilDager(idag, frist)
  return Object.entries(AKTIVITETER).flatMap(([enhet, linjer]) =>
    linjer.map(([tittel, tiltaksmaal, status, ansvarlig, frist, beskrivelse = ''], i) => {
      const dato = frist === null ? null : dag(frist)
      return startrad(`unit:${enhet}`, 'aktivitet', `eks-${enhet}-a${i + 1}`, {
        tittel,
        beskrivelse,
        tiltaksmaal,
        status,
        ansvarlig,
        frist: dato,
        ferdigDato: status === 'ferdig' ? dato : null,
        eksempel: true,
      })
    }),
  )
}
