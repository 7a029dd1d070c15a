import { createMemoryHistory } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { menyFor, MENY } from '../../src/app/ramme/meny.ts'
import { maaVises } from '../../src/app/maavises.ts'
import { FOERSTE_RUTER, kjennAlle, lagRouter } from '../../src/app/router.ts'
import { SENE_RUTER } from '../../src/app/ruter.ts'
import { ROLLER } from '../../src/domain/tilgang.ts'

const router = lagRouter(createMemoryHistory())
await kjennAlle(router)
const RUTER = [...FOERSTE_RUTER, ...SENE_RUTER]

describe('menyen', () => {
  it('har de fem punktene i fast rekkefølge', () => {
    expect(MENY.map((p) => p.navn)).toEqual(['Oversikt', 'Årshjul', 'Aktiviteter', 'TØRN', 'Mer'])
  })

  it.each(ROLLER)('hvert punkt fører %s til en side som finnes og kan vises', (rolle) => {
    for (const punkt of menyFor(rolle)) {
      const rute = router.resolve(punkt.til)
      expect(rute.name, punkt.navn).not.toBe('finnes-ikke')
      expect(maaVises(rute.meta, rolle), punkt.navn).toBe(true)
    }
  })

  it('sier de samme rollene som sidene selv', () => {
    for (const punkt of MENY) expect(punkt.roller, punkt.navn).toEqual(router.resolve(punkt.til).meta.roller)
  })

  it('leser har ikke enheter, og ser bare det som betyr noe uten', () => {
    expect(menyFor('leser').map((p) => p.navn)).toEqual(['Oversikt', 'Årshjul', 'Mer'])
  })
})

describe('rutene', () => {
  it('alle sider har en adresse', () => {
    const sider = Object.keys(import.meta.glob('../../src/app/*/*Page.vue'))
    expect(RUTER.length).toBe(sider.length)
    expect(new Set(RUTER.map(({ path }) => path)).size).toBe(sider.length)
    expect(new Set(RUTER.map(({ name }) => name)).size).toBe(sider.length)
  })

  it('administrasjon er for prosjektlederen alene', () => {
    const meta = RUTER.find(({ path }) => path === '/administrasjon')?.meta
    expect(ROLLER.filter((rolle) => maaVises(meta, rolle))).toEqual(['prosjektleder'])
  })

  it('en ukjent adresse får sin egen side', () => {
    expect(router.resolve('/finnes/ikke').name).toBe('finnes-ikke')
  })
})
