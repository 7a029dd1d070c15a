import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  avrund,
  celler,
  lesTall,
  skrivAntall,
  skrivKort,
  skrivProsent,
  skrivProsentpoeng,
  skrivTall,
} from '../../src/domain/tallformat.ts'

const lest = (t: string): number | string => {
  const r = lesTall(t)
  return r.ok ? r.verdi : r.feil.tekst
}

describe('tall skrives på norsk', () => {
  test('prosent har komma, én desimal og hardt mellomrom', () => {
    expect(skrivProsent(77.19)).toBe('77,2\u00a0%')
    expect(skrivProsent(0)).toBe('0,0\u00a0%')
    expect(skrivProsent(100)).toBe('100,0\u00a0%')
  })
  test('tusen skilles med hardt mellomrom', () => {
    expect(skrivTall(1234567.5)).toBe('1\u00a0234\u00a0567,5')
    expect(skrivTall(999, 0)).toBe('999')
  })
  test('minus er et minustegn, og null er aldri minus', () => {
    expect(skrivTall(-14.1)).toBe('−14,1')
    expect(skrivTall(-0.04)).toBe('0,0')
  })
  test('desimalen står bare der den trengs', () => {
    expect(skrivKort(30)).toBe('30')
    expect(skrivKort(30.04)).toBe('30')
    expect(skrivKort(30.4)).toBe('30,4')
    expect(skrivKort(30.4, 2)).toBe('30,4')
    expect(skrivKort(30.05, 2)).toBe('30,05')
    expect(skrivKort(1000, 2)).toBe('1\u00a0000')
    expect(skrivKort(100)).toBe('100')
    expect(skrivProsentpoeng(0.81)).toBe('0,8\u00a0prosentpoeng')
  })
  test('én heter noe annet enn flere', () => {
    expect(skrivAntall(1, 'ansatt', 'ansatte')).toBe('1\u00a0ansatt')
    expect(skrivAntall(8, 'ansatt', 'ansatte')).toBe('8\u00a0ansatte')
    expect(skrivAntall(0, 'ansatt', 'ansatte')).toBe('0\u00a0ansatte')
  })
  test('halve rundes bort fra null, også der maskinen regner litt feil', () => {
    expect(avrund(1.005, 2)).toBe(1.01)
    expect(avrund(-1.005, 2)).toBe(-1.01)
    expect(avrund(25.925925, 1)).toBe(25.9)
  })
})

describe('tall leses slik folk skriver dem', () => {
  test.each([
    ['77,2', 77.2],
    ['77.2 %', 77.2],
    [' 54 ', 54],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234', 1234],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['−3', -3],
    ['-3', -3],
    [',5', 0.5],
    ['5,', 5],
    ['-0', 0],
    ['30,0\t', 30],
    ['0,4', 0.4],
  ])('«%s» er %d', (tekst, tall) => expect(lest(tekst)).toBe(tall))

  test.each(['tre', '😀', '<script>', '1,2,3', '12 34', '5e3', '½', 'NaN', 'Infinity', '--3', '9'.repeat(400)])(
    '«%s» er ikke et tall, og svaret sier hva en skriver',
    (tekst) => expect(lest(tekst)).toMatch(/^(Skriv et tall med sifre|Tallet er for stort)/),
  )
  test('tomt felt får sin egen setning', () => expect(lest('  ')).toBe('Skriv et tall.'))
  test('1.234 kan leses på to måter og blir ikke gjettet', () =>
    expect(lest('1.234')).toBe('«1.234» kan leses på to måter. Skriv 1234 eller 1,234.'))
  test('to celler fra Excel er to tall, ikke ett', () => {
    expect(lest('30,0\t54')).toBe('Her er det flere tall. Skriv ett tall i hvert felt.')
    expect(celler('30,0\t54\r\n')).toEqual(['30,0', '54'])
  })
  test('det som er skrevet kan leses igjen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (n, desimaler) => {
        const x = n / 10 ** desimaler
        const skrevet = skrivTall(x, desimaler)
        expect(lest(skrevet)).toBe(avrund(x, desimaler))
      }),
    )
  })
  test('ingen tekst får lesingen til å feile', () => {
    fc.assert(fc.property(fc.string(), (t) => typeof lesTall(t).ok === 'boolean'))
  })
})
