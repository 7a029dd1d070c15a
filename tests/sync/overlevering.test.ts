import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraBase45, tilBase45 } from '../../src/sync/overlevering/base45.ts'
import { crc32 } from '../../src/sync/overlevering/crc32.ts'
import { BYTES_PER_KODE, lagSamler, somKoder } from '../../src/sync/overlevering/koder.ts'
import { lesPakke, PUNKT, sammen, SIGNATUR, skrivHode } from '../../src/sync/overlevering/pakke.ts'

/** The packet as bytes, as codes, and back. */

const ascii = (s: string) => Uint8Array.from(s, (t) => t.charCodeAt(0))
const pakker = fc.uint8Array({ minLength: 1, maxLength: 3000 })
const navn = fc.uint8Array({ minLength: 8, maxLength: 8 })
const stoerrelse = fc.constantFrom('vanlig' as const, 'grov' as const)

describe('tegnene i kodene', () => {
  it('følger RFC 9285 og ISO 3309', () => {
    expect(tilBase45(ascii('AB'))).toBe('BB8')
    expect(tilBase45(ascii('Hello!!'))).toBe('%69 VD92EX0')
    expect(tilBase45(ascii('base-45'))).toBe('UJCLQE7W581')
    expect(fraBase45('QED8WEX0')).toEqual(ascii('ietf!'))
    expect(crc32(ascii('123456789'))).toBe(0xcbf43926)
  })
  it('kommer uendret tilbake', () => {
    fc.assert(
      fc.property(pakker, (b) => {
        expect(fraBase45(tilBase45(b))).toEqual(Uint8Array.from(b))
      }),
    )
  })
  it.each(['GGW', ':::', 'A', 'aa', '::', 'å45'])('«%s» er ikke en kode', (tekst) =>
    expect(fraBase45(tekst)).toBeNull(),
  )
})

describe('en serie koder', () => {
  it('blir til pakken igjen i hvilken som helst rekkefølge, med gjentakelser og andres koder imellom', () => {
    fc.assert(
      fc.property(pakker, navn, stoerrelse, fc.infiniteStream(fc.nat()), (pakke, n, str, hopp) => {
        const koder = somKoder(pakke, n, str)
        const rekke = [...koder, ...koder].map((k) => ({ k, ved: hopp.next().value })).sort((a, b) => a.ved - b.ved)
        const samler = lagSamler()
        const sett = new Set<string>()
        for (const { k } of rekke) {
          expect(samler.ta('https://asker.kommune.no')).toBe('fremmed')
          expect(samler.ta(k)).toBe(sett.has(k) ? 'kjent' : 'ny')
          sett.add(k)
          expect(samler.stand()).toMatchObject({ har: sett.size, av: koder.length })
          expect(samler.ferdig() !== null).toBe(sett.size === koder.length)
        }
        expect(samler.ferdig()).toEqual({ pakke: Uint8Array.from(pakke), navn: Uint8Array.from(n) })
      }),
    )
  })
  it('to pakker om hverandre blandes ikke, og den som ble lest sist, er den som meldes', () => {
    const [a, b] = [ascii('a'.repeat(500)), ascii('b'.repeat(500))]
    const [na, nb] = [ascii('aaaaaaaa'), ascii('bbbbbbbb')]
    const samler = lagSamler()
    const [ka, kb] = [somKoder(a, na, 'vanlig'), somKoder(b, nb, 'vanlig')]
    for (const i of [0, 1, 2]) {
      samler.ta(ka[i]!)
      samler.ta(kb[i]!)
    }
    samler.ta(ka[3]!)
    expect(samler.ferdig()?.pakke).toEqual(a)
    expect(samler.ta(kb[0]!)).toBe('kjent')
    expect(samler.stand()).toEqual({ har: 3, av: 4, mangler: [4] })
    expect(samler.ferdig()).toBeNull()
  })
  it('et tegn lest feil blir aldri tatt for riktig', () => {
    fc.assert(
      fc.property(pakker, navn, fc.nat(), fc.constantFrom(...'0A9Z$'), (pakke, n, ved, tegn) => {
        const [kode] = somKoder(pakke, n, 'grov') as [string]
        const i = 8 + (ved % (kode.length - 8))
        if (kode[i] === tegn) return
        const samler = lagSamler()
        expect(samler.ta(kode.slice(0, i) + tegn + kode.slice(i + 1))).toBe('skadet')
        expect(samler.stand()).toBeNull()
      }),
    )
  })
  it('en kode fra en nyere versjon sies fra om', () => expect(lagSamler().ta('HELTID2:ABC')).toBe('nyere'))
  it('passer i en QR-kode som et billig kamera leser', () => {
    // A QR code of version 8 at level L (49 × 49) holds 279 of the 45 characters.
    const lengste = somKoder(new Uint8Array(10_000), new Uint8Array(8), 'vanlig')[0]!
    expect(lengste.length).toBeLessThanOrEqual(279)
    expect(BYTES_PER_KODE.grov).toBeLessThan(BYTES_PER_KODE.vanlig)
  })
})

describe('hodet på pakken', () => {
  const hode = { til: 'noekkel', fra: 'Kåre Ærøy 🐟', antall: 3, laget: 1_795_000_000_000 }
  const resten = new Uint8Array(PUNKT + SIGNATUR + 20)

  it('kan leses av den som bærer, og er det eneste', () => {
    const foran = skrivHode(hode)
    expect(lesPakke(sammen(foran, resten))).toMatchObject({ hode, foran })
  })
  it('sier fra om det som ikke er en pakke, er fra en nyere versjon, eller ikke er helt', () => {
    const pakke = sammen(skrivHode(hode), resten)
    expect(lesPakke(ascii('%PDF-1.7'))).toBe('fremmed')
    expect(lesPakke(new Uint8Array())).toBe('fremmed')
    const nyere = pakke.slice()
    nyere[6] = 2
    expect(lesPakke(nyere)).toBe('nyere')
    for (const til of [6, 7, 9, 20, pakke.length - resten.length, pakke.length - 25])
      expect(lesPakke(pakke.slice(0, til)), String(til)).toBe('skadet')
  })
})
