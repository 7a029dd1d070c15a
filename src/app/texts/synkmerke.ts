import type { Synkstatus } from '../../data/device.ts'
import type { Ikonnavn } from '../ui/ikonnavn.ts'

/** What the sync mark says. The parts are read in order; a phone leaves `mellom` out. */
export interface Synkmerke {
  slag: 'ok' | 'venter' | 'frakoblet' | 'trengerDeg' | 'loggInn'
  ikon: Ikonnavn
  /** Set in bold: «Frakoblet». */
  foerst: string
  /** Only where there is room: « – lagret på nettbrettet». */
  mellom: string
  /** After a dot: «3 endringer venter». */
  saa: string
}

export const antallEndringer = (n: number): string => `${n} ${n === 1 ? 'endring' : 'endringer'}`

/** Being offline is normal; what needs the person goes before it, and a login that has run out before all. */
export function synkmerke(s: Pick<Synkstatus, 'venter' | 'trengerDeg' | 'tilkoblet' | 'maaLoggeInn'>): Synkmerke {
  const venter = s.venter > 0 ? `${antallEndringer(s.venter)} venter` : ''
  if (s.maaLoggeInn) {
    const hvorfor = s.venter > 0 ? `sende ${antallEndringer(s.venter)}` : 'hente nytt'
    return { slag: 'loggInn', ikon: 'frakoblet', foerst: 'Frakoblet', mellom: '', saa: `logg inn for å ${hvorfor}` }
  }
  if (s.trengerDeg > 0)
    return {
      slag: 'trengerDeg',
      ikon: 'varsel',
      foerst: `${antallEndringer(s.trengerDeg)} trenger deg`,
      mellom: '',
      saa: '',
    }
  if (!s.tilkoblet)
    return {
      slag: 'frakoblet',
      ikon: 'frakoblet',
      foerst: 'Frakoblet',
      mellom: ' – lagret på nettbrettet',
      saa: venter,
    }
  if (venter) return { slag: 'venter', ikon: 'synkroniserer', foerst: venter, mellom: '', saa: '' }
  return { slag: 'ok', ikon: 'synkronisert', foerst: 'Alt er synkronisert', mellom: '', saa: '' }
}

/** The whole sentence, as it is read aloud. */
export function synktekst(m: Synkmerke, kort = false): string {
  const skille = m.slag === 'loggInn' ? ' – ' : ' · '
  return `${m.foerst}${kort && m.saa ? '' : m.mellom}${m.saa ? skille + m.saa : ''}`
}
