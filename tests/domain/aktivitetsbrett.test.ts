import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AKTIVITETSTATUSER, type Aktivitet } from '../../src/domain/aktivitet.ts'
import { flytt, kolonner } from '../../src/domain/aktivitetsbrett.ts'

const IDAG = '2026-11-27'
const aktivitet = (felt: Partial<Aktivitet> = {}) => ({
  ...{ tittel: 'Prøve langvakter', status: 'planlagt' as const, frist: null, ferdigDato: null },
  ...felt,
})

test('hver status er en kolonne, også når den er tom, og hver aktivitet står i én av dem', () => {
  const vilkaarlig = fc.record({ status: fc.constantFrom(...AKTIVITETSTATUSER) }).map(aktivitet)
  fc.assert(
    fc.property(fc.array(vilkaarlig), (liste) => {
      const brett = kolonner(liste, IDAG)
      expect(brett.map((k) => k.status)).toEqual(AKTIVITETSTATUSER)
      for (const k of brett) expect(k.aktiviteter.every((a) => a.status === k.status)).toBe(true)
      expect(brett.flatMap((k) => k.aktiviteter)).toHaveLength(liste.length)
    }),
  )
})

test('i en kolonne står det som haster mest, øverst', () => {
  const liste = [
    aktivitet({ tittel: 'uten frist' }),
    aktivitet({ tittel: 'senere', frist: '2027-03-01' }),
    aktivitet({ tittel: 'over fristen', frist: '2026-11-01' }),
  ]
  const planlagt = kolonner(liste, IDAG).find((k) => k.status === 'planlagt')!
  expect(planlagt.aktiviteter.map((a) => a.tittel)).toEqual(['over fristen', 'senere', 'uten frist'])
})

test('et kort som legges i «Ferdig», får dagen i dag, og mister den når det tas ut igjen', () => {
  expect(flytt(aktivitet(), 'ferdig', IDAG, true)).toEqual({ ok: true, verdi: { status: 'ferdig', ferdigDato: IDAG } })
  const ferdig = aktivitet({ status: 'ferdig', ferdigDato: '2026-10-01' })
  expect(flytt(ferdig, 'i_gang', IDAG, true)).toEqual({ ok: true, verdi: { status: 'i_gang', ferdigDato: null } })
})

test('et kort som legges der det lå, endrer ingenting', () => {
  const ferdig = aktivitet({ status: 'ferdig', ferdigDato: '2026-10-01' })
  expect(flytt(ferdig, 'ferdig', IDAG, true)).toEqual({ ok: true, verdi: {} })
})

test('den som ikke skriver i enheten, får vite hvorfor kortet ikke kan flyttes', () => {
  const svar = flytt(aktivitet(), 'ferdig', IDAG, false)
  expect(svar.ok).toBe(false)
  expect(svar.ok ? '' : svar.feil.tekst).toMatch(/^Bare de som leder enheten/)
})
