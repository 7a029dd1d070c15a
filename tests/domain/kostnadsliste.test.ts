import { describe, expect, it } from 'vitest'
import { lesKostnader, nyeLinjer } from '../../src/domain/kostnadsliste.ts'
import { ARTNAVN } from '../../src/report/ord.ts'

const les = (rader: (string | number)[][]) => lesKostnader(rader, ARTNAVN)

describe('kostnader fra et regneark', () => {
  it('leses med kolonnene i hvilken rekkefølge som helst, også tall som er tekst', () => {
    const svar = les([
      ['Regnskap', '', '', ''],
      ['Beløp', 'Hva det gjelder', 'Dato', 'Hva pengene gikk til'],
      ['1.500.000,50', 'Prosjektlønn', '31.12.2024', 'Lønn i prosjektet'],
      [-200.25, 'Tilbakebetalt', 45_292, 'reise'],
      ['-kr 200', 'Rettet', '2024-03-01', 'Noe annet'],
      ['Sum', '', '', ''],
    ])
    expect(svar.ok && svar.verdi.feil).toEqual([])
    expect(svar.ok && svar.verdi.linjer.map((k) => [k.dato, k.art, k.tekst, k.beloep])).toEqual([
      ['2024-12-31', 'loenn', 'Prosjektlønn', 150_000_050],
      ['2024-01-01', 'reise', 'Tilbakebetalt', -20_025],
      ['2024-03-01', 'annet', 'Rettet', -20_000],
    ])
  })

  it('sier hvilken rad som ikke kan leses, og tar med resten', () => {
    const svar = les([
      ['Dato', 'Beløp'],
      ['32.13.2024', '100'],
      ['01.02.2024', 'mye'],
      ['01.02.2024', '0'],
      ['01.02.2024', '100'],
    ])
    expect(svar.ok && svar.verdi.linjer.length).toBe(1)
    expect(svar.ok && svar.verdi.feil).toEqual([
      'Rad 2: «32.13.2024» er ingen dato. Skriv dag, måned og år, for eksempel 21.11.2026.',
      'Rad 3: Skriv et beløp i kroner, for eksempel 1 500 000 eller 249,50.',
      'Rad 4: Skriv et beløp som ikke er 0.',
    ])
  })

  it('uten kolonnenavn sier den hva som mangler', () => {
    const svar = les([['1', '2']])
    expect(!svar.ok && svar.feil.tekst).toMatch(/Finner ikke kolonnene «Dato» og «Beløp»/)
  })

  it('lest to ganger blir det ikke dobbelt, men to like linjer er to', () => {
    const svar = les([
      ['Dato', 'Beløp', 'Tekst'],
      ['01.02.2024', '100', 'Kurs'],
      ['01.02.2024', '100', 'Kurs'],
    ])
    const linjer = svar.ok ? svar.verdi.linjer : []
    expect(nyeLinjer(linjer, []).length).toBe(2)
    expect(nyeLinjer(linjer, linjer.slice(0, 1)).length).toBe(1)
    expect(nyeLinjer(linjer, linjer)).toEqual([])
  })
})
