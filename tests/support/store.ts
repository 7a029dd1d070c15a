import * as v from 'valibot'
import type { Bruker } from '../../src/domain/tilgang.ts'
import { createStore, type Startrad, type Store } from '../../src/server/sync/store.ts'
import { lagUuid } from '../../src/sync/id.ts'
import { fromBase64url } from '../../src/server/sync/overlevering/keys.ts'
import { syncRequestSkjema } from '../../src/sync/requestskjema.ts'
import { nettbrettSkjema, overleveringSkjema } from '../../src/sync/overlevering/messages.ts'
import { openTestDatabase } from './dialects.ts'

/** The sync's store on a real database of its own, and a fetch that carries a user's words to it, JSON both ways. */
export async function aapneTeststore(naa: () => number) {
  const { db, close } = await openTestDatabase()
  let n = 0
  const uuid = lagUuid(naa, (b) => {
    n += 1
    b.fill(0)
    new DataView(b.buffer).setUint32(4, n)
    return b
  })
  const store = createStore({ db, now: naa, uuid, user: async (id) => brukerMed(id) })
  return { db, close, store, fetchSom: (bruker: Bruker) => fetchSom(store, bruker) }
}

export function fetchSom(store: Store, bruker: Bruker): typeof fetch {
  return async (adresse, init) => {
    const url = new URL(String(adresse), 'http://test')
    if (url.pathname === '/api/overlevering/nettbrett')
      return Response.json(await store.handover.meet(bruker, v.parse(nettbrettSkjema, JSON.parse(String(init?.body)))))
    if (url.pathname === '/api/overlevering') {
      const { pakke } = v.parse(overleveringSkjema, JSON.parse(String(init?.body)))
      const r = await store.handover.take(fromBase64url(pakke))
      return r.ok
        ? Response.json(r.verdi)
        : Response.json({ error: { code: r.feil.kode, text: r.feil.tekst } }, { status: 422 })
    }
    if (url.pathname === '/api/sync') {
      const req = v.parse(syncRequestSkjema, JSON.parse(String(init?.body)))
      const r = await store.sync(bruker, req)
      return r.ok
        ? Response.json(r.verdi)
        : Response.json(
            { error: { code: r.feil.kode, text: r.feil.tekst } },
            { status: r.feil.kode === 'HH-308' ? 401 : 403 },
          )
    }
    const q = url.searchParams
    const r = await store.history(bruker, q.get('space')!, q.get('type')!, q.get('id')!)
    return Response.json(r.ok ? r.verdi : [])
  }
}

const enhet = (id: string, nivaa: string, overordnet: string | null): Startrad => ({
  space: 'project',
  type: 'enhet',
  id,
  set: { navn: id, nivaa, overordnet },
})

/** A small organisation: Asker – Velferd – TPF 1 – Bondihagen, and Hurum beside it. */
export const ORGANISASJON: Startrad[] = [
  enhet('asker', 'kommune', null),
  enhet('velferd', 'tjenesteomraade', 'asker'),
  enhet('tpf1', 'virksomhet', 'velferd'),
  enhet('bondihagen', 'avdeling', 'tpf1'),
  enhet('hurum', 'avdeling', 'velferd'),
]

export const BRUKERE = {
  prosjektleder: { id: 'pl', navn: 'Eksempel prosjektleder', rolle: 'prosjektleder', enheter: [] },
  bondihagen: { id: 'bo', navn: 'Eksempel avdelingsleder', rolle: 'avdelingsleder', enheter: ['bondihagen'] },
  hurum: { id: 'hu', navn: 'Eksempel avdelingsleder Hurum', rolle: 'avdelingsleder', enheter: ['hurum'] },
  tillitsvalgt: { id: 'tv', navn: 'Eksempel tillitsvalgt', rolle: 'tillitsvalgt', enheter: ['bondihagen'] },
  leser: { id: 'le', navn: 'Eksempel leser', rolle: 'leser', enheter: [] },
} as const satisfies Record<string, unknown>

/** One of them as of now: what a test changes of their rights in `sperret`, the server sees. */
export const sperret = new Set<string>()
const brukerMed = (id: string): Bruker | null => {
  const b = Object.values(BRUKERE).find((x) => x.id === id)
  return b && !sperret.has(id) ? { ...b, enheter: [...b.enheter] } : null
}
