import { describe, expect, test } from 'vitest'
import { nesteGjoeremaal } from '../../src/domain/gjoeremaal.ts'
import { HOVEDINDIKATORER, type Indikatornavn } from '../../src/domain/indikatorer.ts'
import type { MaalingPost } from '../../src/domain/maaling.ts'
import type { Post } from '../../src/domain/tabeller.ts'
import { TOERNRAD } from '../support/toernrad.ts'

const idag = '2025-09-18'
const aktivitet = (
  tittel: string,
  frist: string | null,
  status: Post<'aktivitet'>['status'] = 'planlagt',
): Post<'aktivitet'> => ({
  id: tittel.toLowerCase(),
  rom: 'unit:bondihagen',
  tittel,
  beskrivelse: '',
  tiltaksmaal: null,
  status,
  ansvarlig: '',
  frist,
  ferdigDato: null,
  eksempel: false,
})
const maaling = (indikator: Indikatornavn, dato: string): MaalingPost => ({
  id: indikator.toLowerCase(),
  enhet: 'bondihagen',
  indikator,
  dato,
  teller: 1,
  nevner: 2,
  verdi: null,
  kilde: '',
  merknad: '',
  spurt: null,
  deler: null,
  registrertAv: '',
  eksempel: false,
})
const oppgave = (status: Post<'toernoppgave'>['status'], kompetanse = 'legemiddelkurs'): Post<'toernoppgave'> => ({
  ...TOERNRAD,
  id: 'o',
  rom: 'unit:bondihagen',
  oppgave: 'Dele ut legemidler',
  kategori: 'legemidler',
  gjoerIDag: 'V',
  boerGjoere: 'H',
  kompetanse,
  minutter: 20,
  hvorOfte: '3/dag',
  status,
  begrunnelse: '',
  eksempel: false,
})
const maalt = HOVEDINDIKATORER.map((i) => maaling(i, '2025-07-01'))
const linjer = (...a: Parameters<typeof nesteGjoeremaal>) =>
  nesteGjoeremaal(...a).map((g) => `${g.haster}: ${g.slag === 'aktivitet' ? g.aktivitet.tittel : g.slag}`)

describe('neste for deg', () => {
  test('det som er over fristen står først, så det som haster, og målingen på sin dag', () => {
    const a = [
      aktivitet('Senere', '2025-10-10'),
      aktivitet('I morgen', '2025-09-19'),
      aktivitet('For sent', '2025-09-01'),
      aktivitet('Uten frist', null),
    ]
    expect(linjer('bondihagen', a, [], [], idag)).toEqual([
      'over: For sent',
      'snart: I morgen',
      'senere: maaling',
      'senere: Senere',
      'senere: Uten frist',
    ])
  })
  test('det som er ferdig, avbrutt eller bare en idé, er ikke med', () => {
    const a = [aktivitet('A', null, 'ferdig'), aktivitet('B', null, 'avbrutt'), aktivitet('C', null, 'idee')]
    expect(linjer('bondihagen', a, maalt, [], idag)).toEqual([])
  })
  test('målingen er gjort når begge hovedindikatorene er målt i kvartalet', () => {
    expect(linjer('bondihagen', [], maalt.slice(1), [], idag)).toEqual(['senere: maaling'])
    expect(linjer('bondihagen', [], maalt, [], idag)).toEqual([])
    expect(linjer('bondihagen', [], maalt, [], '2025-10-01')).toEqual(['senere: maaling'])
    expect(linjer('bondihagen', [], [], [], '2025-09-24')).toEqual(['snart: maaling'])
  })
  test('en annen enhets måling teller ikke', () =>
    expect(linjer('hurum', [], maalt, [], idag)).toEqual(['senere: maaling']))
  test('opplæring avklares for drøftede oppgaver som krever ny kompetanse', () => {
    expect(linjer('bondihagen', [], maalt, [oppgave('droeftet')], idag)).toEqual(['senere: opplaering'])
    expect(linjer('bondihagen', [], maalt, [oppgave('droeftet', ''), oppgave('foreslaatt')], idag)).toEqual([])
  })
})
