import { render } from 'vitest-browser-vue'
import { defineComponent, h, onBeforeMount, shallowRef, type Component } from 'vue'
import { RouterView } from 'vue-router'
import { sesjonsverden, useSession } from '../../src/app/stores/session.ts'
import { useToast } from '../../src/app/stores/toast.ts'
import { openDevice, type AapenDevice } from '../../src/data/openDevice.ts'
import type { Post, Tabellnavn } from '../../src/domain/tabeller.ts'
import { rettigheterFor, type Bruker, type Rolle } from '../../src/domain/tilgang.ts'
import type { SyncRequest, SyncResponse, WireRow } from '../../src/sync/messages.ts'
import { omgivelser } from './ui/verden.ts'

/** A page as somebody at Bondihagen sees it: a real device, filled by a server that answers once with the given rows. */

export type Startrad = { [T in Tabellnavn]: { type: T; post: Post<T> } }[Tabellnavn]

const enhet = (id: string, navn: string): Post<'enhet'> => ({
  id,
  rom: 'project',
  navn,
  kortnavn: '',
  nivaa: 'avdeling',
  overordnet: null,
  pilot: true,
  beskrivelse: '',
  kilde: '',
  eksempel: false,
})
export const ENHETER = [enhet('bondihagen', 'Bondihagen bofellesskap'), enhet('hurum', 'Hurum hjemmetjeneste')]

let nr = 0
const tjener =
  (bruker: Bruker, rader: Startrad[]): typeof fetch =>
  async (_url, init) => {
    const req = JSON.parse(String(init?.body)) as SyncRequest
    const grants = rettigheterFor(bruker, ENHETER)
    const alle: Startrad[] = [...ENHETER.map((post): Startrad => ({ type: 'enhet', post })), ...rader]
    const svar: SyncResponse = {
      protocol: 1,
      now: Date.UTC(2026, 10, 21, 12),
      results: req.push.map((op) => ({ opId: op.opId, status: 'applied' })),
      nextSeq: (req.push.at(-1)?.seq ?? 0) + 1,
      user: bruker,
      grants,
      spaces: Object.keys(grants).map((id) => ({
        id,
        epoch: 'e1',
        ver: 1,
        mark: 'm1',
        durable: 0,
        more: false,
        rows: alle
          .filter((r) => r.post.rom === id)
          .map(({ type, post: { id: radId, rom: _rom, ...doc } }): WireRow => ({
            type,
            id: radId,
            doc: doc as WireRow['doc'],
            v: { '*': '00000000-0000-7000-8000-000000000000' },
            ver: 1,
            deleted: false,
          })),
      })),
    }
    return new Response(JSON.stringify(svar), { headers: { 'content-type': 'application/json' } })
  }

export interface Visning {
  rolle: Rolle
  sti: string
  /** Path pattern → page. */
  sider: Record<string, Component>
  rader?: Startrad[]
  enheter?: string[]
  /** The same user again finds the same device again. */
  bruker?: string
}

/** Shows the page; answers when its device is filled. */
export async function visSide({ rolle, sti, sider, rader = [], enheter = ['bondihagen'], bruker: hvem }: Visning) {
  const bruker: Bruker = {
    id: hvem ?? `side-${Date.now().toString(36)}-${++nr}`,
    navn: `${rolle[0]!.toUpperCase()}${rolle.slice(1)} Bondihagen`,
    rolle,
    enheter,
  }
  const { router, global } = omgivelser(sider)
  let device: AapenDevice | undefined
  global.provide[sesjonsverden as symbol] = {
    openDevice: async () => {
      device = await openDevice({ bruker, fetch: tjener(bruker, rader), hendelser: null, selvgaaende: false })
      device.loekke.dytt()
      await device.loekke.stille()
      return device
    },
    loggUtAvTjeneren: () => Promise.resolve(),
  }
  await router.push(sti)
  let klar = () => {}
  const blirKlar = new Promise<unknown>((ja) => (klar = () => ja(true)))
  const Ramme = defineComponent(() => {
    const session = useSession()
    const toast = useToast()
    const aapen = shallowRef(false)
    onBeforeMount(async () => {
      await session.loggInn(bruker)
      aapen.value = true
      klar()
    })
    return () => [
      h('main', aapen.value ? [h(RouterView)] : []),
      toast.aktiv &&
        h('div', { role: 'status' }, [
          toast.aktiv.tekst,
          toast.aktiv.angre && h('button', { type: 'button', onClick: toast.angre }, 'Angre'),
        ]),
    ]
  })
  const vist = await render(Ramme, { global })
  await blirKlar
  return {
    router,
    bruker,
    device: device!,
    /** Takes the page away. The database stays open: a draft may be on its way to it, as when one leaves a page. */
    lukk: () => vist.unmount(),
  }
}
