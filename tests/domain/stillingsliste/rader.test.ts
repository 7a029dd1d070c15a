import { describe, expect, it } from 'vitest'
import { utelattsetning, merknadsetning, SLAGNAVN } from '../../../src/domain/stillingsliste/setninger.ts'
import { enhetsnoekkel } from '../../../src/domain/stillingsliste/rad.ts'
import { tellListe } from '../../support/stillingsliste.ts'
import type { Celle } from '../../../src/domain/stillingsliste/celle.ts'

const KOLONNER = [
  'Ansattnr',
  'Enhet',
  'Stillingsprosent',
  'Ansettelsesforhold',
  'Permisjon',
  'Stilling',
  'Fra dato',
  'Til dato',
]
const rad = (
  felter: Partial<Record<'nr' | 'enhet' | 'prosent' | 'type' | 'perm' | 'yrke' | 'fra' | 'til', Celle>>,
): Celle[] => [
  felter.nr ?? '1',
  felter.enhet ?? 'hurum',
  felter.prosent ?? 80,
  felter.type ?? 'Fast',
  felter.perm ?? '',
  felter.yrke ?? 'Sykepleier',
  felter.fra ?? '',
  felter.til ?? '',
]
const navnPaa = (slag: keyof typeof SLAGNAVN) => SLAGNAVN[slag]
const setninger = (rader: Celle[][], valg = {}) => {
  const o = tellListe(KOLONNER, rader, valg)
  return o.utelatt.map((u) => utelattsetning(u, navnPaa, '2026-09-01'))
}
const teller = (felter: Parameters<typeof rad>[0], valg = {}): boolean =>
  tellListe(KOLONNER, [rad(felter)], valg).medregnet === 1

describe('hvem som teller med, etter Askers utvalg', () => {
  it.each([
    ['fast ansatt', { type: 'Fast' }, true],
    ['fast ansatt, skrevet annerledes', { type: 'Ordinær fast ansettelse' }, true],
    ['vikar med stillingsprosent', { type: 'Vikar' }, true],
    ['vikariat', { type: 'Vikariat' }, true],
    ['midlertidig ansatt med stillingsprosent', { type: 'Midlertidig' }, true],
    ['tilkallingsvikar', { type: 'Tilkallingsvikar' }, false],
    ['timelønnet', { type: 'Timelønnet' }, false],
    ['ekstravakt', { type: 'Ekstravakt' }, false],
    ['lærling', { type: 'Lærling' }, false],
    ['lærling etter tittelen', { yrke: 'Lærling helsefag' }, false],
    ['oppdragstaker', { type: 'Oppdragstaker' }, false],
    ['folkevalgt', { type: 'Folkevalgt' }, false],
    ['kommunedirektøren', { yrke: 'Kommunedirektør' }, false],
    ['assisterende kommunedirektør', { yrke: 'Assisterende kommunedirektør' }, true],
    ['fødselspermisjon', { perm: 'Fødselspermisjon' }, false],
    ['foreldrepermisjon', { perm: 'Foreldrepermisjon 100 %' }, false],
    ['hel ulønnet permisjon', { perm: 'Permisjon uten lønn' }, false],
    ['ulønnet permisjon', { perm: 'Ulønnet' }, false],
    ['delvis ulønnet permisjon', { perm: 'Delvis ulønnet permisjon' }, true],
    ['permisjon med lønn', { perm: 'Permisjon med lønn' }, true],
    ['sykemelding', { perm: 'Sykmeldt' }, true],
    ['ikke permisjon', { perm: 'Nei' }, true],
    ['et ord ingen kjenner, til noen har sagt hva det er', { type: 'X9' }, true],
    ['stilling på 0 %', { prosent: 0 }, false],
    ['sluttet i går', { til: '31.08.2026' }, false],
    ['slutter på dagen', { til: '01.09.2026' }, true],
    ['begynner i morgen', { fra: '02.09.2026' }, false],
    ['begynner på dagen', { fra: '2026-09-01' }, true],
  ])('%s', (_hvem, felter, med) => {
    expect(teller(felter)).toBe(med)
  })

  it('vikaren teller i stedet for den som har permisjon', () => {
    const o = tellListe(KOLONNER, [
      rad({ nr: '1', prosent: 100, perm: 'Fødselspermisjon' }),
      rad({ nr: '2', prosent: 100, type: 'Vikar' }),
    ])
    expect([o.samlet.ansatte, o.samlet.heltid]).toEqual([1, 1])
  })

  it('den som har permisjon fra én stilling og er vikar i en annen, teller med det hun arbeider', () => {
    const o = tellListe(KOLONNER, [
      rad({ nr: '1', prosent: 60, perm: 'Ulønnet permisjon' }),
      rad({ nr: '1', prosent: 100, type: 'Vikar', enhet: 'braaset' }),
    ])
    expect([o.samlet.ansatte, o.samlet.aarsverk]).toEqual([1, 1])
    expect(o.enheter.has('hurum')).toBe(false)
  })

  it('permisjon som er over eller ikke begynt, er ingen permisjon', () => {
    const kolonner = ['Ansattnr', 'Stillingsprosent', 'Permisjon', 'Permisjon fra', 'Permisjon til']
    const o = tellListe(kolonner, [
      ['1', 80, 'Fødselspermisjon', '01.01.2026', '31.08.2026'],
      ['2', 80, 'Fødselspermisjon', '02.09.2026', ''],
      ['3', 80, 'Fødselspermisjon', '01.08.2026', '01.02.2027'],
    ])
    expect(o.samlet.ansatte).toBe(2)
    expect(o.utelatt.map((u) => [u.rad, u.grunn])).toEqual([[4, 'foedsel']])
  })

  it('ord som er forklart for hånd, går foran', () => {
    expect(teller({ type: 'X9' }, { ansettelser: new Map([['x9', 'timeloenn']]) })).toBe(false)
    expect(teller({ perm: 'Ja' }, { permisjoner: new Map([['ja', 'helUloennet']]) })).toBe(false)
  })
})

describe('hver rad som ikke teller, får en setning med rad og kolonne', () => {
  it.each<[string, Celle[], string]>([
    [
      'tekst',
      rad({ prosent: 'åtti' }),
      'Rad 2, Stillingsprosent: «åtti» er ikke et tall. Skriv det med sifre, for eksempel 80.',
    ],
    [
      'negativ',
      rad({ prosent: '-50' }),
      'Rad 2, Stillingsprosent: «-50» er under 0. En stilling kan ikke være negativ.',
    ],
    [
      'formel',
      rad({ prosent: '=C1*2' }),
      'Rad 2, Stillingsprosent: her står en formel, ikke en verdi. Kopier kolonnen i Excel, og lim inn som verdier.',
    ],
    [
      'tom celle',
      rad({ prosent: '' }),
      'Rad 2, Stillingsprosent: cellen er tom. Skriv stillingsprosenten i listen hvis stillingen skal telle med.',
    ],
    ['tom rad', Array<Celle>(8).fill(''), 'Rad 2: raden er tom.'],
    ['sumrad', rad({ nr: '' }), 'Rad 2, Ansattnummer: raden har ingen ansatt. Er det en sumrad?'],
    ['null', rad({ prosent: '0,00' }), 'Rad 2, Stillingsprosent: stillingen er på 0 %, og teller ikke med.'],
    ['ukjent enhet', rad({ enhet: 'Månen' }), 'Rad 2, Enhet: enheten «Månen» er ikke valgt ennå.'],
    [
      'timelønnet',
      rad({ type: 'Timelønn' }),
      'Rad 2, Ansettelsesforhold: timelønnede og ekstravakter er utenfor etter utvalgsregelen.',
    ],
    ['sluttet', rad({ til: '01.01.2026' }), 'Rad 2, Til dato: stillingen er avsluttet før 1. september 2026.'],
    [
      'flere celler enn kolonner',
      [...rad({}), 'x'],
      'Rad 2: raden har flere celler enn det er kolonnenavn. Se om en tekst med skilletegn mangler anførselstegn rundt seg.',
    ],
  ])('%s', (_hva, celler, setning) => {
    expect(setninger([celler])).toEqual([setning])
  })

  it('like rader', () => {
    expect(setninger([rad({}), rad({ nr: '2' }), rad({})])).toEqual([
      'Rad 4: raden er helt lik rad 2, og er ikke talt to ganger.',
    ])
  })

  it('rader fra en annen dato enn den som telles', () => {
    const kolonner = ['Per dato', 'Ansattnr', 'Stillingsprosent']
    const o = tellListe(
      kolonner,
      [
        ['31.12.2024', '1', 50],
        ['31.12.2025', '1', 80],
      ],
      { uttrekk: '31.12.2025' },
    )
    expect(o.samlet.heltid).toBe(1)
    expect(o.utelatt.map((u) => utelattsetning(u, navnPaa, '2025-12-31'))).toEqual([
      'Rad 2, Dato for uttrekket: raden er fra 31. desember 2024, og listen telles for en annen dato.',
    ])
  })

  it('enheter som ikke skal være med', () => {
    expect(
      setninger([rad({ enhet: 'Annen' })], { enheter: new Map([[enhetsnoekkel('', 'Annen', ''), null]]) }),
    ).toEqual(['Rad 2, Enhet: «Annen» skal ikke være med.'])
  })
})

describe('over 100 % i én stilling', () => {
  const liste = [rad({ prosent: '150' }), rad({ nr: '2', prosent: 80 })]
  it.each([
    ['hundre', 2, 1.8],
    ['staar', 2, 2.3],
    ['utelat', 1, 0.8],
  ] as const)('%s', (over100, ansatte, aarsverk) => {
    const o = tellListe(KOLONNER, liste, { over100 })
    expect([o.samlet.ansatte, o.samlet.aarsverk]).toEqual([ansatte, aarsverk])
  })

  it('vises og spørres om, med rad og kolonne', () => {
    const o = tellListe(KOLONNER, liste)
    expect(o.merknader.map((m) => merknadsetning(m, navnPaa))).toEqual([
      'Rad 2, Stillingsprosent: «150» er over 100 % i én stilling. Stemmer det?',
    ])
  })
})

describe('det opptellingen gir fra seg', () => {
  it('har verken navn eller ansattnummer', () => {
    const o = tellListe(
      ['Ansattnr', 'Navn', 'Enhet', 'Stillingsprosent', 'Fra dato'],
      [
        ['HEMMELIG-1', 'Kari Hemmelig', 'hurum', 80, ''],
        ['HEMMELIG-1', 'Kari Hemmelig', 'hurum', 80, ''],
        ['HEMMELIG-2', 'Ola Hemmelig', 'hurum', 'åtti', 'snart'],
        ['HEMMELIG-3', 'Ola Hemmelig', 'Månen', 180, 'snart'],
        ['', 'Sum Hemmelig', 'hurum', 80, ''],
      ],
    )
    const alt = JSON.stringify([o, [...o.enheter]])
    expect(alt).toContain('åtti')
    expect(alt).not.toContain('emmelig')
    expect(alt).not.toContain('HEMMELIG')
  })
})
