import { expect, test } from 'vitest'
import { toemttekst } from '../../src/app/texts/toemt.ts'

const siste = [3, 4, 5].map((seq) => ({ seq, t: seq, type: 'aktivitet', tittel: `nr. ${seq}` }))
const merke = { replica: 'a', seq: 5, siste }
const tjener = (nextSeq: number, replica = 'a') => ({ replica, lastSeen: 0, nextSeq })

test('det som ikke rakk fram, telles og nevnes; det bekreftede nevnes ikke', () => {
  const sagt = toemttekst({ naar: 0, merke, tjener: tjener(4) })
  expect(sagt.tekst).toContain('2 endringer ble skrevet her uten å rekke fram, og er borte. Skriv dem på nytt.')
  expect(sagt.poster.map((p) => p.tittel)).toEqual(['nr. 4', 'nr. 5'])
})

test('er alt bekreftet, er ingenting tapt', () => {
  for (const neste of [6, 9]) {
    const sagt = toemttekst({ naar: 0, merke, tjener: tjener(neste) })
    expect(sagt).toEqual({ tekst: expect.stringContaining('Ingenting er tapt') as string, poster: [] })
  }
})

test('uten svar fra tjeneren sies det ikke at noe er borte', () => {
  const sagt = toemttekst({ naar: 0, merke })
  expect(sagt.tekst).not.toContain('borte')
  expect(sagt.poster).toHaveLength(3)
})

test('kjenner ikke tjeneren nettbrettet igjen, nevnes det siste som ble skrevet', () => {
  for (const kjent of [null, tjener(9, 'b')])
    expect(toemttekst({ naar: 0, merke, tjener: kjent }).poster).toHaveLength(3)
  expect(toemttekst({ naar: 0, tjener: tjener(9, 'b') }).tekst).toContain('Den hørte sist fra dette nettbrettet')
})
