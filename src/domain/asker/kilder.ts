/** The documents that Asker's facts were taken from, as they are cited on screen and in print. */
export const KILDE = {
  sak: 'Asker kommune, PSU 08.10.2024, sak 7/24 «Mandat heltidskultur og årshjul for 2024 og 2025»',
  mandat: 'Mandat heltidskultur 2024–2030, vedtatt i PSU 08.10.2024, sak 7/24',
  aarshjul2024: 'PSU-sak 7/24, vedlegg Årshjul 2024',
  aarshjul2025: 'PSU-sak 7/24, vedlegg Årshjul 2025',
  lysark: 'Asker kommune, PSU 08.10.2024, lysark «Heltidskultur i tjenester til personer med funksjonsnedsettelse»',
  hvorfor: 'Asker kommune, PSU 08.10.2024, lysark «Heltid, HVORFOR»',
  likestilling2023: 'Asker kommune, likestillingsredegjørelse 2023 (PSU 08.10.2024). Kilde: HRM',
  likestilling2022: 'Asker kommune, likestillingsrapport 2022. Kilde: HRM',
  ks2023: 'KS, gjengitt i Asker kommunes likestillingsredegjørelse 2023 (PSU 08.10.2024)',
} as const

/** Who counts in Asker's own figures («Kilde: HRM»). */
export const UTVALG = {
  medregnet: [
    'fast ansatte med stillingsprosent',
    'vikarer med stillingsprosent',
    'vikaren teller i stedet for den som har fødselspermisjon eller hel ulønnet permisjon',
  ],
  utelatt: [
    'timelønnede og ekstravakter',
    'oppdragstakere',
    'folkevalgte',
    'lærlinger',
    'ansatte i fødselspermisjon',
    'ansatte i hel ulønnet permisjon',
    'kommunedirektøren',
  ],
  kilde: 'Asker kommune, likestillingsredegjørelse 2023 og likestillingsrapport 2022, «Kilde: HRM»',
} as const

/** What «heltid» means, and what the sources leave to us. */
export const HELTID = {
  tekst: 'stilling mellom 80 og 100 prosent',
  fraOgMed: 80,
  tilOgMed: 100,
  kilde: KILDE.sak,
  perPerson:
    'Talt per person: stillingene en person har i enheten, legges sammen. Dette er vår lesning, etter KS’ måte å telle på. Kildene sier ikke hvordan flere stillinger telles.',
  ks: 'KS’ «Andel heltidsansatte» er en annen serie: bare stillinger som til sammen er minst 100 %, regnes som heltid. De to seriene blandes aldri.',
} as const
