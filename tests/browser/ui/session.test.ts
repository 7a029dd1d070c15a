import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-vue'
import { defineComponent, h } from 'vue'
import { husket } from '../../../src/app/stores/husket.ts'
import { useSession } from '../../../src/app/stores/session.ts'
import { useSynk } from '../../../src/app/stores/synk.ts'
import { ANNEN, LEDER, omgivelser } from './verden.ts'

const ROM = 'unit:bondihagen'

function lagSession(loggUtAvTjeneren?: () => Promise<void>) {
  render(
    defineComponent(() => {
      useSession()
      return () => h('p')
    }),
    { global: omgivelser({}, loggUtAvTjeneren).global },
  )
  return useSession()
}
const titler = (session: ReturnType<typeof useSession>) =>
  new Promise<string[]>((ja) => {
    const slutt: { fn?: () => void } = {}
    slutt.fn = session.device!.rows('aktivitet').subscribe((rader) => {
      ja(rader.map((r) => r.tittel))
      slutt.fn?.()
    })
  })
const skriv = (session: ReturnType<typeof useSession>, tittel: string) =>
  session.device!.write({ rom: ROM, type: 'aktivitet', id: session.device!.nyId(), set: { tittel } })

beforeEach(() => localStorage.clear())
afterEach(async () => {
  await useSession().loggUt({ slett: true })
  for (const bruker of [LEDER, ANNEN]) {
    const session = lagSession()
    await session.loggInn(bruker)
    await session.loggUt({ slett: true })
  }
})

describe('innloggingen', () => {
  it('huskes, så appen åpner uten å spørre tjeneren', async () => {
    await lagSession().loggInn(LEDER)
    const neste = lagSession()
    await neste.gjenopprett()
    expect(neste.bruker).toEqual(LEDER)
    expect(neste.device?.bruker.id).toBe(LEDER.id)
  })

  it('ødelagt minne er det samme som ikke innlogget', async () => {
    localStorage.setItem('heltidshjulet.bruker', '{"id":7}')
    const session = lagSession()
    await session.gjenopprett()
    expect(session.bruker).toBeNull()
  })

  it('den neste på samme nettbrett ser aldri det den forrige hadde', async () => {
    const session = lagSession()
    await session.loggInn(LEDER)
    await skriv(session, 'Bare for Bondihagen')
    await session.loggInn(ANNEN)
    expect(await titler(session)).toEqual([])
    await session.loggInn(LEDER)
    expect(await titler(session)).toEqual(['Bare for Bondihagen'])
  })

  it('samme bruker igjen etter utløpt økt fortsetter der det slapp', async () => {
    const session = lagSession()
    await session.loggInn(LEDER)
    const device = session.device
    await skriv(session, 'Skrevet før økten gikk ut')
    await session.loggInn(LEDER)
    expect(session.device).toBe(device)
  })
})

describe('utloggingen', () => {
  it('beholder det usendte når man ber om det, og sier fra på innloggingssiden', async () => {
    const session = lagSession()
    await session.loggInn(LEDER)
    await skriv(session, 'Ikke sendt')
    await expect.poll(() => useSynk().status.venter).toBe(1)
    await session.loggUt({ slett: false })
    expect(session.bruker).toBeNull()
    expect(husket.bruker()).toBeNull()
    expect(husket.ventende()).toEqual([{ id: LEDER.id, navn: LEDER.navn, antall: 1 }])
    await session.loggInn(LEDER)
    expect(await titler(session)).toEqual(['Ikke sendt'])
    expect(husket.ventende()).toEqual([])
  })

  it('når ikke fram uten nett, og blir fortalt tjeneren neste gang appen åpnes', async () => {
    let naas = false
    const session = lagSession(() => (naas ? Promise.resolve() : Promise.reject(new Error('frakoblet'))))
    await session.loggInn(LEDER)
    await session.loggUt({ slett: true })
    expect(session.bruker).toBeNull()
    expect(husket.utloggingVenter()).toBe(true)
    naas = true
    await session.gjenopprett()
    await expect.poll(() => husket.utloggingVenter()).toBe(false)
  })

  it('sletter alt brukeren har på nettbrettet når det er bedt om', async () => {
    const session = lagSession()
    await session.loggInn(LEDER)
    await skriv(session, 'Kastes')
    await session.loggUt({ slett: true })
    expect(husket.ventende()).toEqual([])
    await session.loggInn(LEDER)
    expect(await titler(session)).toEqual([])
  })
})
