import { aarAv, type Dato } from './dato.ts'
import { INDIKATORER, type Indikatornavn } from './indikatorer.ts'
import type { Maaltall } from './maaltall.ts'
import { erNaadd, nesteMilepael, skrivMilepael, stipunkter, type Milepael } from './maalsti.ts'
import { avrund, skrivAntall, skrivKort, skrivProsentpoeng } from './tallformat.ts'

/** A sentence whose first words are stressed: «**8 ansatte** til fra deltid til heltid …». */
export interface Avstand {
  fremhevet: string
  resten: string
}

interface Maalt {
  indikator: Indikatornavn
  verdi: number
  teller: number | null
  nevner: number | null
}

/** The whole sentence. */
export const avstandTekst = (a: Avstand): string => a.fremhevet + a.resten

/**
 * How far it is to the next milestone: in people where there is a count, in percentage points where there is none.
 *
 * `null` where there is no milestone. A milestone that is reached ahead of its year is told, and the next one named.
 */
export function avstandTilMilepael(maalt: Maalt, maaltall: Maaltall, idag: Dato): Avstand | null {
  const neste = nesteMilepael(maaltall, idag)
  if (!neste) return null
  const { retning } = INDIKATORER[maalt.indikator]
  if (!erNaadd(maalt.verdi, neste.verdi, retning)) return tilMilepael(maalt, neste, idag)
  const senere = stipunkter(maaltall).find((m) => m.aar > neste.aar && !erNaadd(maalt.verdi, m.verdi, retning))
  const skriv = (m: Milepael): string => skrivMilepael(maalt.indikator, m.verdi)
  const naadd = `${skriv(neste)} er nådd.`
  if (!senere) return { fremhevet: naadd, resten: ' Alle milepælene er nådd.' }
  if (maalt.nevner === null) {
    return { fremhevet: naadd, resten: ` Neste: ${skriv(senere)} i ${senere.aar}` }
  }
  const videre = tilMilepael(maalt, senere, idag)
  return { fremhevet: naadd, resten: ` ${videre.fremhevet}${videre.resten}` }
}

function tilMilepael(m: Maalt, milepael: Milepael, idag: Dato): Avstand {
  const prosent = skrivMilepael(m.indikator, milepael.verdi)
  const maal = milepael.aar < aarAv(idag) ? `${prosent}, milepælen for ${milepael.aar}` : `${prosent} i ${milepael.aar}`
  if (m.teller !== null && m.nevner !== null && m.nevner > 0) {
    if (m.indikator === 'andelHeltid' || m.indikator === 'deltid') {
      const til = (milepael.verdi / 100) * m.nevner
      const antall = m.indikator === 'deltid' ? m.teller - gulv(til) : tak(til) - m.teller
      return {
        fremhevet: skrivAntall(antall, 'ansatt', 'ansatte'),
        resten: ` til fra deltid til heltid for å nå ${maal}`,
      }
    }
    if (m.indikator === 'gjennomsnittligStilling') return faerreStillinger(m.teller, m.nevner, milepael.verdi, maal)
  }
  const poeng = Math.abs(milepael.verdi - m.verdi)
  if (INDIKATORER[m.indikator].benevning === 'timer') {
    return { fremhevet: `${skrivKort(Math.ceil(poeng))}\u00a0timer`, resten: ` mindre i måneden gir ${maal}` }
  }
  return {
    fremhevet: avrund(poeng, 1) === 0 ? 'Under 0,1\u00a0prosentpoeng' : skrivProsentpoeng(poeng),
    resten: ` til ${maal}`,
  }
}

/** The average grows when the same work is shared by fewer; where that leaves nobody, it takes more work instead. */
function faerreStillinger(aarsverk: number, ansatte: number, prosent: number, maal: string): Avstand {
  const mulige = gulv(aarsverk / (prosent / 100))
  if (mulige < 1) {
    const flere = Math.max(0.1, Math.ceil(((prosent / 100) * ansatte - aarsverk) * 10 - 1e-6) / 10)
    return { fremhevet: `${skrivKort(flere)}\u00a0årsverk til`, resten: ` på de samme ansatte gir ${maal}` }
  }
  const antall = skrivAntall(ansatte - mulige, 'færre stilling', 'færre stillinger')
  return { fremhevet: antall, resten: ` med samme ${skrivKort(aarsverk)}\u00a0årsverk gir ${maal}` }
}

/** Up and down to whole people; what floating point adds or takes (0.4 × 55 = 22.000000000000004) makes nobody. */
const tak = (n: number): number => Math.ceil(n - 1e-9)
const gulv = (n: number): number => Math.floor(n + 1e-9)
