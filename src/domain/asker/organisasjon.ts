import type { Innhold } from '../startrad.ts'
import { KILDE } from './kilder.ts'
import { KOMMUNE } from './kommune.ts'

export type EnhetInnhold = Innhold<'enhet'> & { id: string }

const sak = KILDE.sak
const tpf = 'Tjenester til personer med funksjonsnedsettelse'
const uplassert = 'Kilden sier ikke hvilken virksomhet enheten hører til.'

/** The units that the sources name, from the top down. A unit without one above it is «Uplassert»: the sources do not say where it belongs. */
export const ENHETER: readonly EnhetInnhold[] = [
  { id: KOMMUNE.id, navn: KOMMUNE.navn, kortnavn: KOMMUNE.kortnavn, nivaa: 'kommune', kilde: sak },

  { id: 'velferd', navn: 'Velferd', nivaa: 'tjenesteomraade', overordnet: 'asker', kilde: sak },
  {
    id: 'ho1',
    navn: 'Heldøgnsomsorg 1',
    kortnavn: 'HO1',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse: 'Oppdrag om heltidskultur i 2024. Godt i gang med heltidskulturarbeidet høsten 2024.',
    kilde: sak,
  },
  {
    id: 'ho2',
    navn: 'Heldøgnsomsorg 2',
    kortnavn: 'HO2',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse:
      'Pilot siden høsten 2022, og har kommet lengst. Alle de 14 avdelingene prøver ut «Askermodellen» med langvakter. Fikk kr 1,5 mill. fra «Heltidspotten» i 2024.',
    kilde: sak,
  },
  {
    id: 'hurum',
    navn: 'Hurum bo- og omsorgssenter',
    nivaa: 'avdeling',
    overordnet: 'ho2',
    pilot: true,
    beskrivelse: 'Har innført fagteam med sykepleiere.',
    kilde: sak,
  },
  {
    id: 'braaset',
    navn: 'Bråset bo- og omsorgssenter',
    nivaa: 'avdeling',
    overordnet: 'ho2',
    pilot: true,
    beskrivelse: 'Har innført fagteam med sykepleiere.',
    kilde: sak,
  },
  {
    id: 'phr',
    navn: 'Psykisk helse og rus',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse: 'Oppdrag om heltidskultur i 2024. Godt i gang med heltidskulturarbeidet høsten 2024.',
    kilde: sak,
  },
  {
    id: 'hjemmesykepleien',
    navn: 'Hjemmesykepleien',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse: 'Oppdrag om heltidskultur i 2024. Oppstart i første kvartal 2025 etter årshjulet.',
    kilde: `${sak}; ${KILDE.aarshjul2025}`,
  },
  {
    id: 'tpf1',
    navn: `${tpf} 1`,
    kortnavn: 'TPF 1',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse: 'Oppdrag om heltidskultur i 2024. Oppstart høsten 2024.',
    kilde: sak,
  },
  {
    id: 'tpf2',
    navn: `${tpf} 2`,
    kortnavn: 'TPF 2',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse: 'Oppdrag om heltidskultur i 2024. Oppstart høsten 2024.',
    kilde: sak,
  },
  {
    id: 'hrm',
    navn: 'Helse, rehabilitering og mestring',
    nivaa: 'virksomhet',
    overordnet: 'velferd',
    beskrivelse: 'Oppdrag om heltidskultur i 2024.',
    kilde: sak,
  },

  { id: 'oppvekst', navn: 'Oppvekst', nivaa: 'tjenesteomraade', overordnet: 'asker', kilde: sak },
  {
    id: 'aob',
    navn: 'Avlastning og omsorgstjenester for barn og unge',
    nivaa: 'virksomhet',
    overordnet: 'oppvekst',
    beskrivelse: 'Oppdrag om heltidskultur i 2024.',
    kilde: sak,
  },

  {
    id: 'gullhella',
    navn: 'Gullhella bo- og omsorgssenter',
    nivaa: 'avdeling',
    pilot: true,
    beskrivelse: `Oppstart i første kvartal 2024 etter årshjulet. ${uplassert}`,
    kilde: KILDE.aarshjul2024,
  },
  {
    id: 'nesbru',
    navn: 'Nesbru bo- og omsorgssenter',
    nivaa: 'avdeling',
    pilot: true,
    beskrivelse: `Oppstart i første kvartal 2024 etter årshjulet. ${uplassert}`,
    kilde: KILDE.aarshjul2024,
  },
  {
    id: 'bondihagen',
    navn: 'Bondihagen bofellesskap',
    nivaa: 'avdeling',
    beskrivelse: `21 leiligheter i 5 enheter, 30 årsverk. Snittstillinger på 50 % (mange helgestillinger). Fravær 2024: 7,8 %. Nevnt i lysarkene om TPF, uten at det står om det er TPF 1 eller TPF 2. ${uplassert}`,
    kilde: KILDE.lysark,
  },
  {
    id: 'royken',
    navn: 'Røyken bo- og aktivitetssenter',
    nivaa: 'avdeling',
    beskrivelse: `To boenheter med 4 og 7 leiligheter, 11 beboere, og et dagaktivitetssenter med 10 plasser. Turnusen er kun midlertidig godkjent; lederskifter, merforbruk og nedbemanning. Sykefravær helt opp i 27 %, 16 % høsten 2024. Nevnt i lysarkene om TPF, uten at det står om det er TPF 1 eller TPF 2. ${uplassert}`,
    kilde: KILDE.lysark,
  },
]

/** Staff and service users of TPF 1 and 2 together. Texts where the source rounds. */
export const TPF = {
  avdelingsledere: 23,
  lokasjoner: 40,
  fagkoordinatorer: 26,
  vernepleiere: 'i underkant av 50',
  sykepleiere: 'i underkant av 20',
  miljoeterapeuter: 'drøyt 80',
  helsefagarbeidere: 232,
  assistenter: 245,
  utenFastStilling: 'ca. 250',
  tjenestemottakere: { bemannetBolig: 250, ambulerende: 60 },
  vedtakKapittel9: 30,
  kilde: KILDE.lysark,
} as const

/** Sick leave as the slides tell it: some workplaces, not the municipality. Percent. */
export const SYKEFRAVAER = {
  bondihagen2024: 7.8,
  royken: { hoeyest: 27, hoesten2024: 16 },
  kostnad: '11–12 % fravær gir en økt kostnad på 3,7 millioner mot 7,8 %',
  merknad: 'Gjelder enkelte arbeidsplasser i lysarkene, ikke kommunen samlet.',
  kilde: KILDE.lysark,
} as const
