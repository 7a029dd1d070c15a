/** Why a change was refused: permanent code → what the person is told (docs/feilkoder.md says what to do). A code is never renamed or reused. */
export const AVVISNINGER = {
  'HH-201': 'Du har ikke tilgang til denne enheten. Teksten din er tatt vare på her.',
  'HH-202': 'Du kan lese dette, men ikke endre det. Teksten din er tatt vare på her.',
  'HH-203': 'Bare den som skrev dette, kan endre det.',
  'HH-204': 'Synet på en sak sies av tillitsvalgt eller verneombud, fra egen innlogging.',
  'HH-205': 'Denne opplysningen hører ikke hjemme i dette rommet.',
  'HH-206': 'Endringen passer ikke med reglene for feltene.',
  'HH-207': 'Serveren kjenner ikke denne typen opplysning. Oppdater appen, og prøv igjen.',
  'HH-208': 'En annen endring som hører sammen med denne, ble ikke tatt imot. Derfor ble ikke denne det heller.',
  'HH-209': 'Feltet ble endret av en annen samtidig, og endringene passet ikke sammen. Den andres står.',
  'HH-210':
    'Nettbrettet er fjernet av prosjektlederen. Endringen er satt til side, og prosjektlederen kan slippe den inn.',
  'HH-211': 'Serveren klarte ikke å behandle endringen. Den er satt til side, og prosjektlederen kan slippe den inn.',
  'HH-212':
    'Endringen kom med et annet nettbrett, og det kan ikke bevises hvem som har skrevet den. Den er satt til side, og prosjektlederen kan slippe den inn.',
  'HH-213':
    'Endringen kom med et annet nettbrett, og noe som ble skrevet før den, mangler. Den er satt til side. Den ordner seg når nettbrettet den ble skrevet på, får nett; ellers kan prosjektlederen slippe den inn.',
  'HH-214':
    'Tilgangen til den som skrev endringen, er sperret. Endringen er satt til side, og prosjektlederen kan slippe den inn.',
  'HH-215': 'En vedtatt rapport er frosset, og kan ikke endres. Vedta en rettet utgave i stedet.',
} as const
export type Avvisningskode = keyof typeof AVVISNINGER

export const avvisningstekst = (kode: string): string =>
  Object.hasOwn(AVVISNINGER, kode) ? AVVISNINGER[kode as Avvisningskode] : 'Serveren tok ikke imot endringen.'
