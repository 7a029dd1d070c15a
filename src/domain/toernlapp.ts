import type { Toernkategori, Toernoppgave, Vakt, Yrke } from './toern.ts'

/** What words a category's tasks are told with, as people say them on duty. The first category that has one is taken. */
const ORD: readonly [Toernkategori, RegExp][] = [
  ['legemidler', /medisin|legemid|dosett|multidose|insulin|apotek|tablett|øyedråp/],
  ['prosedyrer', /sår|blodtrykk|blodprøv|blodsukker|kateter|stomi|puls|temp|news|vekt\b|veie|observ/],
  ['stell', /stell|dusj|\bvaske? (hår|ansikt|kropp)|kle\b|klær|tenner|munn|negl|barber|toalett|bleie|snu\b/],
  ['maaltid', /mat|middag|frokost|kveldsmat|lunsj|måltid|kaffe|dekk|servere|brød|spise|oppvask|kjøkken/],
  ['renhold', /vask|mopp|støv|renhold|tøy|sengetøy|re seng|bad\b|søppel|rydd/],
  ['lager', /lager|bestill|varer|utstyr|rullestol|heis|hjelpemid|fylle/],
  ['transport', /følge|kjør|tannlege|frisør|ærend|lege\b|butikk|handl/],
  ['dokumentasjon', /rapport|dokument|tiltaksplan|journal|skriv/],
  ['paaroerende', /pårørende|legevisitt|møte med|samtale/],
  ['drift', /vikar|ansvarsvakt|bemann|telefon|nøkkel|økonomi|kvittering/],
  ['aktivitet', /tur\b|aktivitet|bingo|høytid|musikk|høytlesing|trim|besøk/],
  ['fag', /vedtak|veiled|opplær|fag|miljøtiltak|atferd/],
]

/** The category that a few words most likely belong to; «drift» where nothing tells. To be set right by the person. */
export const gjettKategori = (tekst: string): Toernkategori =>
  ORD.find(([, ord]) => ord.test(tekst.toLowerCase()))?.[0] ?? 'drift'

export interface Lapp {
  tekst: string
  yrke: Yrke
  vakt: Vakt
  minutter: number
}

/** A note on the wall as a mapped task: what is not asked for at the wall is set later. */
export const somOppgave = ({ tekst, yrke, vakt, minutter }: Lapp): Partial<Toernoppgave> => ({
  oppgave: tekst.trim(),
  kategori: gjettKategori(tekst),
  gjoerIDag: yrke,
  boerGjoere: yrke,
  vakter: [vakt],
  minutter,
  hvorOfte: '1/dag',
  status: 'kartlagt',
})
