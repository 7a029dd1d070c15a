import { describe, expect, test } from 'vitest'
import { DEFINISJONER, erBareVerdi } from '../../src/domain/indikatordefinisjoner.ts'
import { INDIKATORER, INDIKATORNAVN, skrivVerdi } from '../../src/domain/indikatorer.ts'

describe('katalogen over indikatorer', () => {
  test.each(INDIKATORNAVN)('%s har navn, definisjon og kilde', (navn) => {
    const i = DEFINISJONER[navn]
    expect(INDIKATORER[navn].navn).not.toBe('')
    expect(i.definisjon).toMatch(/\.$/)
    expect(i.kilde).not.toBe('')
    expect(i.teller === null).toBe(i.nevner === null)
  })
  test('KS’ serier har egne navn, så de aldri blandes med Askers', () => {
    expect(INDIKATORER.andelHeltidKs.navn).not.toBe(INDIKATORER.andelHeltid.navn)
    expect(new Set(INDIKATORNAVN.map((n) => INDIKATORER[n].navn)).size).toBe(INDIKATORNAVN.length)
  })
  test('grunnlaget leses som en setning', () => {
    expect(INDIKATORER.andelHeltid.grunnlag(14, 54)).toBe('14 av 54\u00a0ansatte')
    expect(INDIKATORER.gjennomsnittligStilling.grunnlag(30, 54)).toBe('30,0\u00a0årsverk på 54\u00a0ansatte')
  })
  test('vikarbruk er timer, resten prosent', () => {
    expect(INDIKATORNAVN.filter(erBareVerdi)).toEqual(['vikarbruk'])
    expect(skrivVerdi('vikarbruk', 412)).toBe('412\u00a0timer')
    expect(skrivVerdi('andelHeltid', 25.926)).toBe('25,9\u00a0%')
  })
})
