import { OMREGNINGER, TREDELT, UKETIMER } from '../../domain/helgekonstanter.ts'
import { skrivKort } from '../../domain/tallformat.ts'
import { TELLEDEFINISJON } from '../texts/helg.ts'

/** What each figure of the calculator is, how it is worked out, and where that comes from. */
export interface Forklaring {
  navn: string
  linjer: readonly string[]
  kilde: string
}

const MODELL = 'Utledet: regnestykket står over'
const konstant = (k: { verdi: number; navn: string; kilde: string }): string =>
  `${k.navn}: ${skrivKort(k.verdi, 2)} timer. Kilde: ${k.kilde}.`

export const FORKLARINGER = {
  aarsverk: {
    navn: 'Årsverk',
    linjer: [
      'Alle stillingsprosentene i planen lagt sammen og delt på 100, uten det som leies inn ved fravær.',
      'Er stillingene importert, er tallet fylt ut. Du kan skrive et annet.',
    ],
    kilde: 'Stillingene som er importert, eller det du skriver',
  },
  helgetimer: {
    navn: 'Helgetimer',
    linjer: [
      'Bemannede timer lørdag og søndag på én helg, alle som må være der: 10 på jobb i 7,5 timer to ganger om dagen er 300 timer.',
      'Er feltet fylt ut for deg, er det regnet som om like mange er på jobb alle dager: to av sju dager, 2 ÷ 7 × årsverk × timer i uken. Skriv deres egne timer.',
    ],
    kilde: 'Det du skriver; forslaget er utledet',
  },
  vaktlengde: {
    navn: 'Vaktlengde i helgen i dag',
    linjer: [
      'Vaktene på en vanlig helg, i timer. Er de ulike, bruk gjennomsnittet. En helg er to vakter, lørdag og søndag.',
    ],
    kilde: 'Det du skriver; 7,5 timer er det vanlige i todelt og tredelt turnus',
  },
  uketimer: {
    navn: 'Timer i uken i full stilling',
    linjer: [konstant(UKETIMER.turnus), konstant(UKETIMER.tredelt), konstant(UKETIMER.dag)],
    kilde: UKETIMER.turnus.kilde,
  },
  tredelt: {
    navn: 'Timer i tredelt turnus',
    linjer: [
      '37,5 timer i uken, minus det søndags- og nattetimer teller mer enn seg selv. Aldri under 33,6 og aldri over 35,5.',
      `${TREDELT.soendagstillegg.navn}. ${TREDELT.nattillegg.navn}.`,
      `${skrivKort(TREDELT.nattetimerIAaret.verdi)} nattetimer og ${skrivKort(TREDELT.soendagstimerIAaret.verdi)} søndagstimer i året gir 33,6 timer direkte.`,
    ],
    kilde: TREDELT.soendagstillegg.kilde,
  },
  bemanning: {
    navn: 'Grunnbemanning',
    linjer: ['Årsverk som kommer til i planen, eller tas ut av den. Helgetimene er de samme.'],
    kilde: 'Det dere velger',
  },
  oppgavedeling: {
    navn: 'Oppgavedeling',
    linjer: [
      'Helgetimer som andre enn dem i regnestykket tar over, for eksempel servicemedarbeidere eller et fagteam, eller som gjøres på en annen dag.',
      'Årsverkene er de samme: timene som blir fri, brukes på andre dager.',
    ],
    kilde: 'Det dere velger; TØRN-listen viser hvilke oppgaver som kan flyttes',
  },
  langvakt: {
    navn: 'Langvakt',
    linjer: [
      'Vakter på 10–12,5 timer. De avtales lokalt med de tillitsvalgte, og er frivillige for den enkelte. Over 12,5 timer må fagforeningene sentralt godkjenne.',
      'Arbeider noen langvakt bare noen av helgene sine, regnes det med gjennomsnittet av vaktene.',
    ],
    kilde: 'Arbeidsmiljøloven § 10-12',
  },
  frekvens: {
    navn: 'Helgefrekvens',
    linjer: [
      'Hvor ofte en ansatt arbeider helg. Hver 2. helg er oftere enn hver 3.',
      'Den som har arbeidet en søndag, skal ha fri den neste, om ikke annet er avtalt skriftlig; i snitt fri annenhver søndag, og minst hver fjerde.',
    ],
    kilde: 'Arbeidsmiljøloven § 10-8',
  },
  aarsplan: {
    navn: 'Årsplan',
    linjer: [
      'I Askermodellen planlegges ferie og fravær fram i tid. Timer som ellers går til vikarer, kan da bli faste stillinger.',
      ...OMREGNINGER.map((o) => `${o.navn}. Kilde: ${o.kilde}.`),
    ],
    kilde: 'Askermodellen, likestillingsredegjørelsen for Asker kommune',
  },
  hoder: {
    navn: 'Ansatte som dekker helgene',
    linjer: ['Helgetimer ÷ timer på en arbeidshelg × helgefrekvens, rundet opp til hele ansatte. 300 ÷ 15 × 3 = 60.'],
    kilde: MODELL,
  },
  snitt: {
    navn: 'Stilling i snitt',
    linjer: ['Årsverk ÷ ansatte som dekker helgene, høyst 100 %. 30 ÷ 60 = 50 %.'],
    kilde: MODELL,
  },
  heltid: {
    navn: 'Kan ha heltid',
    linjer: [
      'Hvor mange som høyst kan ha så stor stilling, når resten har stillinger som bare dekker helgene sine.',
      '(Årsverk − minste helgestilling × ansatte) ÷ (0,8 − minste helgestilling), rundet ned. For full stilling står det 1 i stedet for 0,8.',
      TELLEDEFINISJON,
    ],
    kilde: MODELL,
  },
  helgestilling: {
    navn: 'Minste helgestilling',
    linjer: [
      'Stillingen til en som bare arbeider helgene sine: timer på en helg ÷ (helgefrekvens × timer i uken). 15 ÷ (3 × 35,5) = 14,1 %.',
      'Det er også hvor stor del av en full stilling som går til helg.',
    ],
    kilde: MODELL,
  },
  mangler: {
    navn: 'Årsverk som mangler',
    linjer: ['Årsverk som må til for at alle som helgene trenger, kan ha 80 %, og 100 %. Alt annet er likt.'],
    kilde: MODELL,
  },
  timerIAaret: {
    navn: 'Helgetimer i året per ansatt',
    linjer: ['Timer på en helg × 52 uker ÷ helgefrekvens. Ferie er ikke trukket fra. 15 × 52 ÷ 3 = 260.'],
    kilde: MODELL,
  },
} as const satisfies Record<string, Forklaring>
export type Forklaringsnavn = keyof typeof FORKLARINGER
