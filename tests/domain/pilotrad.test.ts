import { describe, expect, test } from 'vitest'
import type { MaalingPost } from '../../src/domain/maaling.ts'
import { pilotrad, sorterPilotrader } from '../../src/domain/pilotrad.ts'
import type { EnhetPost } from '../../src/domain/enhet.ts'

const idag = '2024-10-21'
const enhet = (id: string): EnhetPost => ({
  id,
  navn: id,
  kortnavn: '',
  nivaa: 'avdeling',
  overordnet: null,
  pilot: true,
  beskrivelse: '',
  kilde: '',
  eksempel: false,
})
const maaling = (e: string, dato: string, teller: number): MaalingPost => ({
  id: `${e}-${dato}`,
  enhet: e,
  indikator: 'andelHeltid',
  dato,
  teller,
  nevner: 100,
  verdi: null,
  kilde: '',
  merknad: '',
  spurt: null,
  deler: null,
  registrertAv: '',
  eksempel: false,
})
const maalinger = [
  maaling('bråset', '2024-10-18', 63),
  maaling('nesbru', '2024-09-02', 46),
  maaling('røyken', '2023-08-01', 38),
]
const rad = (id: string, ferdig: (string | null)[] = []) =>
  pilotrad(
    enhet(id),
    { maalinger, maaltall: [], enheter: [] },
    ferdig.map((ferdigDato) => ({ status: ferdigDato ? 'ferdig' : 'i_gang', ferdigDato, eksempel: false })),
    [],
    idag,
  )

describe('en enhet som rad', () => {
  test('sist meldt er siste måling eller siste ferdige aktivitet', () => {
    expect(rad('nesbru').sistMeldt).toBe('2024-09-02')
    expect(rad('nesbru', ['2024-10-14', null]).sistMeldt).toBe('2024-10-14')
    expect(rad('gullhella').sistMeldt).toBeNull()
  })
  test('en dag fram i tid er ikke meldt ennå', () => expect(rad('nesbru', ['2025-01-01']).sistMeldt).toBe('2024-09-02'))
  test('seks uker uten melding er taust', () => {
    expect(rad('nesbru').taus).toBe(true)
    expect(rad('nesbru', ['2024-09-10']).taus).toBe(false)
    expect(rad('nesbru', ['2024-09-09']).taus).toBe(true)
    expect(rad('gullhella').taus).toBe(true)
  })
  test('aktiviteter og TØRN telles', () =>
    expect(rad('nesbru', ['2024-10-14', null])).toMatchObject({
      aktiviteter: { ferdig: 1, av: 2 },
      toernInnfoert: null,
    }))
})

describe('rekkefølgen', () => {
  const rader = ['bråset', 'nesbru', 'røyken', 'gullhella'].map((id) => rad(id))
  const navn = (etter: Parameters<typeof sorterPilotrader>[1]) => sorterPilotrader(rader, etter).map((r) => r.enhet.id)
  test('lengst siden melding først, og den som aldri har meldt, øverst', () =>
    expect(navn('melding')).toEqual(['gullhella', 'røyken', 'nesbru', 'bråset']))
  test('etter andel heltid, lavest først og uten tall sist', () =>
    expect(navn('heltid')).toEqual(['røyken', 'nesbru', 'bråset', 'gullhella']))
  test('etter navn på norsk', () => expect(navn('navn')).toEqual(['bråset', 'gullhella', 'nesbru', 'røyken']))
  test('etter status, den som mangler måling først', () =>
    expect(navn('status').slice(0, 2)).toEqual(['gullhella', 'røyken']))
})
