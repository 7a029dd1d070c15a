import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesDag, lesProsent } from '../../../src/domain/stillingsliste/celle.ts'
import { foreslaaEnhet } from '../../../src/domain/stillingsliste/enhetsvalg.ts'
import {
  finnOverskrift,
  foedselsnummerkolonner,
  gjenkjenn,
  signatur,
} from '../../../src/domain/stillingsliste/kolonner.ts'
import { somKjoenn, somYrke } from '../../../src/domain/stillingsliste/ord.ts'
import { listeoversikt } from '../../../src/domain/stillingsliste/oversikt.ts'
import { ENHETER } from '../../../src/domain/asker/organisasjon.ts'

describe('kolonner kjennes igjen på de vanlige navnene', () => {
  it.each([
    [
      'HRM',
      [
        'Ansattnr',
        'Navn',
        'Kjønn',
        'Org.enhet',
        'Org.enhet (T)',
        'Stillingskode',
        'Stillingskode (T)',
        'Still.%',
        'Ansettelsesforhold',
        'Startdato',
        'Sluttdato',
        'Permisjonstype',
      ],
      ['ansatt', 'navn', 'kjoenn', null, 'enhet', null, 'yrke', 'prosent', 'ansettelse', 'fra', 'til', 'permisjon'],
    ],
    [
      'GAT',
      ['Ressursnr', 'Ressursnavn', 'Avdeling', 'Stillingstype', 'Stillingsstørrelse', 'Yrke', 'Fra', 'Til'],
      ['ansatt', 'navn', 'enhet', 'ansettelse', 'prosent', 'yrke', 'fra', 'til'],
    ],
    [
      'Visma',
      [
        'Ansatt nr.',
        'Etternavn',
        'Fornavn',
        'Fødselsnummer',
        'Ansvar',
        'Ansvar(T)',
        'Stillingsprosent',
        'Ansettelsesform',
        'Stilling',
        'Fra-dato',
        'Til-dato',
        'Perm.kode',
        'Permisjon fra',
        'Permisjon til',
      ],
      [
        'ansatt',
        'navn',
        'navn',
        'foedselsnummer',
        'enhetsnr',
        'enhet',
        'prosent',
        'ansettelse',
        'yrke',
        'fra',
        'til',
        'permisjon',
        'permisjonFra',
        'permisjonTil',
      ],
    ],
    [
      'egen liste',
      ['Nr', 'Enhet', 'Prosent', 'Fast/vikar', 'Dato'],
      [null, 'enhet', 'prosent', 'ansettelse', 'uttrekk'],
    ],
    [
      'store bokstaver',
      ['ANSATTNUMMER', 'VIRKSOMHET', 'AVDELING', 'STILLINGSANDEL'],
      ['ansatt', 'virksomhet', 'enhet', 'prosent'],
    ],
    ['bare ansvar', ['Medarbeidernr', 'Ansvar', 'Stillings-%'], ['ansatt', 'enhet', 'prosent']],
  ])('%s', (_hvor, navn, slag) => {
    expect(gjenkjenn(navn)).toEqual(slag)
  })

  it('overskriften finnes under tittel og dato, og ikke der det ikke er noen', () => {
    expect(
      finnOverskrift([
        ['Stillingsoversikt', '', ''],
        ['Per dato', '01.09.2026', ''],
        [],
        ['Ansattnr', 'Enhet', 'Stillingsprosent'],
        ['1', 'Hurum', 80],
      ]),
    ).toBe(3)
    expect(finnOverskrift([['1', 'Hurum', 80]])).toBeNull()
    expect(finnOverskrift([])).toBeNull()
  })

  it('en kolonne med elleve siffer i cellene er fødselsnummer, hva den enn heter', () => {
    const rader = [
      ['01017012345', 'Hurum', 80],
      ['010170 12345', 'Hurum', 60],
      ['', 'Hurum', 60],
    ]
    expect(foedselsnummerkolonner(rader, 3)).toEqual([0])
  })

  it('lister med de samme kolonnene har samme merke, som ikke sier hva de heter', () => {
    const merke = signatur(['Ansattnr', 'Enhet'])
    expect(signatur(['ANSATTNR ', 'enhet'])).toBe(merke)
    expect(signatur(['Enhet', 'Ansattnr'])).not.toBe(merke)
    expect(merke).toMatch(/^[a-z0-9]{11}$/)
  })
})

describe('celler', () => {
  it.each([
    ['80', 800_000],
    ['80,5', 805_000],
    ['80.5 %', 805_000],
    ['33.333', 333_330],
    ['100,00%', 1_000_000],
    [14.08, 140_800],
    ['="75"', 750_000],
    ['', 'tom'],
    ['-', 'tom'],
    ['=B2*2', 'formel'],
    ['hel', 'ikkeTall'],
    ['1.234,5', 'ikkeTall'],
    ['80/100', 'ikkeTall'],
    ['−5', 'negativ'],
    [-5, 'negativ'],
    [Number.NaN, 'ikkeTall'],
  ])('stillingsprosenten %j er %j', (celle, verdi) => {
    expect(lesProsent(celle, false)).toBe(verdi)
  })

  it('0,8 leses som 80 % der listen bruker andeler', () => {
    expect(lesProsent('0,8', true)).toBe(800_000)
    const oversikt = (p: (string | number)[]) =>
      listeoversikt(
        p.map((x) => [x]),
        ['prosent'],
      ).andel
    expect(oversikt([0.8, '1,0', 0.5])).toBe(true)
    expect(oversikt([0.8, 1.2])).toBe(true)
    expect(oversikt(['1 %', '0,5 %'])).toBe(false)
    expect(oversikt([0.8, 100])).toBe(false)
    expect(oversikt(['x', ''])).toBe(false)
  })

  it.each([
    ['31.12.2026', '2026-12-31'],
    ['1.9.26', '2026-09-01'],
    ['01.09.1999 00:00:00', '1999-09-01'],
    ['2026-09-01T00:00', '2026-09-01'],
    ['20260901', '2026-09-01'],
    [20260901, '2026-09-01'],
    [46266, '2026-09-01'],
    ['31.12.9999', '9999-12-31'],
    ['31.02.2026', null],
    ['snart', null],
    ['', null],
  ])('dagen %j er %j', (celle, dag) => {
    expect(lesDag(celle)).toBe(dag)
  })

  it('ingenting en celle kan inneholde, får lesingen til å stanse', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (c) => {
        const p = lesProsent(c, false)
        expect(typeof p === 'string' || p >= 0).toBe(true)
        expect(lesDag(c) ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
  })
})

describe('ord', () => {
  it.each([
    ['Sykepleier', 'V'],
    ['Spesialsykepleier', 'V'],
    ['Vernepleier m/videreutd.', 'V'],
    ['Helsefagarbeider', 'H'],
    ['Hjelpepleier', 'H'],
    ['Assistent', 'A'],
    ['Pleieassistent', 'A'],
    ['Sykepleierstudent', 'A'],
    ['Assisterende avdelingsleder', ''],
    ['Renholder', 'S'],
    ['Kokk', 'S'],
    ['Avdelingsleder', ''],
    ['Miljøterapeut', ''],
  ])('%s er yrket «%s»', (tittel, yrke) => {
    expect(somYrke(tittel)).toBe(yrke)
  })

  it.each([
    ['K', 'kvinne'],
    ['Kvinne', 'kvinne'],
    ['m', 'mann'],
    ['Mann', 'mann'],
    ['X', ''],
    ['', ''],
  ])('%s er kjønnet «%s»', (tekst, kjoenn) => {
    expect(somKjoenn(tekst)).toBe(kjoenn)
  })
})

describe('enheter kjennes igjen på navn og kortnavn', () => {
  const enheter = ENHETER.map((e) => ({ kortnavn: '', ...e }))
  it.each([
    ['Bondihagen bofellesskap', 'bondihagen', false],
    ['41230 BONDIHAGEN BOFELLESSKAP', 'bondihagen', false],
    ['Hurum BOS', 'hurum', false],
    ['HO2', 'ho2', false],
    ['TPF 1', 'tpf1', false],
    ['Bondihagen', 'bondihagen', false],
    ['Bondihagen bofellesskap avd. 3', 'bondihagen', true],
    ['Asker kommune', 'asker', false],
  ])('%s', (tekst, enhet, usikker) => {
    expect(foreslaaEnhet(tekst, enheter)).toEqual({ enhet, usikker })
  })

  it.each(['Omsorgssenter', 'Bo- og omsorgssenter', 'Månen', '41230', ''])('«%s» må velges for hånd', (tekst) => {
    expect(foreslaaEnhet(tekst, enheter)).toBeNull()
  })
})

describe('oversikten over ordene i en liste', () => {
  it('viser hva som er kjent, det vanligste først, og bare kolonner som finnes', () => {
    const o = listeoversikt(
      [
        ['Hurum', 'Fast', 'Sykepleier', '31.12.2024'],
        ['Hurum', 'X9', 'Sykepleier', '31.12.2025'],
        ['Bråset', 'fast ', 'Prest', '31.12.2025'],
        ['', '', '', ''],
      ],
      ['enhet', 'ansettelse', 'yrke', 'uttrekk'],
    )
    expect(o.enheter.map((e) => [e.tekst, e.rader])).toEqual([
      ['Hurum', 2],
      ['Bråset', 1],
    ])
    expect(o.ansettelser.map((a) => [a.noekkel, a.rader, a.kjent])).toEqual([
      ['fast', 2, 'fast'],
      ['x9', 1, null],
    ])
    expect(o.yrker.map((y) => [y.tekst, y.kjent])).toEqual([
      ['Sykepleier', 'V'],
      ['Prest', ''],
    ])
    expect(o.uttrekk.map((u) => u.tekst)).toEqual(['31.12.2025', '31.12.2024'])
    expect(o.permisjoner).toEqual([])
  })
})
