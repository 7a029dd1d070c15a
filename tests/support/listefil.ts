/**
 * Lists of positions as the systems write them, with invented people: the same every time.
 *
 * `MERKE` is in every name and number, so that a test can look for what must never be stored or sent.
 */
export const MERKE = 'QZXHEMMELIG'

const YRKER = ['Sykepleier', 'Helsefagarbeider', 'Assistent', 'Vernepleier', 'Avdelingsleder']
const STOERRELSER = ['100,00', '80,00', '75,00', '50,00', '28,17', '14,08', '90,00', '60,00']
export const LISTEKOLONNER = [
  'Ansattnr',
  'Navn',
  'Kjønn',
  'Ansvar',
  'Ansvar(T)',
  'Stilling',
  'Stillingsprosent',
  'Ansettelsesforhold',
  'Permisjon',
  'Fra dato',
  'Til dato',
]

export interface Listefil {
  /** The rows under the names, as texts. */
  rader: string[][]
  csv: string
}

/** So many positions, spread over the units. Every twentieth is timelønnet, every fiftieth in fødselspermisjon; one person in thirty has two. */
export function listefil(antall: number, enheter: readonly string[]): Listefil {
  const rader = Array.from({ length: antall }, (_, i) => {
    const person = i % 30 === 29 ? i - 1 : i
    return [
      `${MERKE}${String(100_000 + person)}`,
      `Person${person} ${MERKE}`,
      person % 5 === 0 ? 'M' : 'K',
      String(41_000 + (i % enheter.length)),
      enheter[i % enheter.length]!,
      YRKER[i % YRKER.length]!,
      STOERRELSER[(i * 7) % STOERRELSER.length]!,
      i % 20 === 7 ? 'Timelønnet' : i % 9 === 0 ? 'Vikar' : 'Fast',
      i % 50 === 13 ? 'Fødselspermisjon' : '',
      '01.01.2020',
      '',
    ]
  })
  const linjer = [LISTEKOLONNER, ...rader].map((r) => r.join(';'))
  return { rader, csv: `${linjer.join('\r\n')}\r\n` }
}
