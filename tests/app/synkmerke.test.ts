import { describe, expect, it } from 'vitest'
import { synkmerke, synktekst } from '../../src/app/texts/synkmerke.ts'

const tilstand = (venter: number, trengerDeg: number, tilkoblet: boolean, maaLoggeInn = false) => ({
  venter,
  trengerDeg,
  tilkoblet,
  maaLoggeInn,
})

describe('synkmerket', () => {
  it.each([
    // venter, trenger deg, tilkoblet, må logge inn → på nettbrett, på telefon
    [tilstand(0, 0, true), 'Alt er synkronisert', 'Alt er synkronisert'],
    [tilstand(1, 0, true), '1 endring venter', '1 endring venter'],
    [tilstand(3, 0, true), '3 endringer venter', '3 endringer venter'],
    [tilstand(0, 0, false), 'Frakoblet – lagret på nettbrettet', 'Frakoblet – lagret på nettbrettet'],
    [tilstand(1, 0, false), 'Frakoblet – lagret på nettbrettet · 1 endring venter', 'Frakoblet · 1 endring venter'],
    [tilstand(3, 0, false), 'Frakoblet – lagret på nettbrettet · 3 endringer venter', 'Frakoblet · 3 endringer venter'],
    [tilstand(0, 1, true), '1 endring trenger deg', '1 endring trenger deg'],
    [tilstand(3, 2, true), '2 endringer trenger deg', '2 endringer trenger deg'],
    [tilstand(3, 2, false), '2 endringer trenger deg', '2 endringer trenger deg'],
    [tilstand(1, 0, true, true), 'Frakoblet – logg inn for å sende 1 endring', undefined],
    [tilstand(3, 1, false, true), 'Frakoblet – logg inn for å sende 3 endringer', undefined],
    [tilstand(0, 0, true, true), 'Frakoblet – logg inn for å hente nytt', undefined],
  ])('%o sier «%s»', (s, tekst, kort) => {
    expect(synktekst(synkmerke(s))).toBe(tekst)
    expect(synktekst(synkmerke(s), true)).toBe(kort ?? tekst)
  })
})
