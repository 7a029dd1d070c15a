import { createApp, shallowRef, watch } from 'vue'
import type { RouterHistory } from 'vue-router'
import App from './App.vue'
import { appfeil } from './composables/appfeil.ts'
import { ubemerket } from './composables/navigasjon.ts'
import { sidenStaar } from './composables/sidenStaar.ts'
import { klokkenoekkel, type Klokke } from './composables/useKlokke.ts'
import { lagRuter } from './router.ts'
import { lagreBilder, slettBilder } from './stores/bildelager.ts'
import type { useSession } from './stores/session.ts'
import { dagVed, leggTilDager, type Dato } from '../domain/dato.ts'

/** Keeps the pictures of Oversikt up to date: drawn out of sight, when the browser has nothing else to do. */

/** Today, and so many days ahead: over a weekend and a day off. */
const DAGER_FREM = 3
const VENT_MS = 1_500
const DOEGN_MS = 86_400_000

/** The page in the picture goes nowhere, and never touches the tab's address. */
const staarStille: RouterHistory = {
  base: '',
  location: '/',
  state: {},
  createHref: (til) => til,
  push: () => undefined,
  replace: () => undefined,
  go: () => undefined,
  listen: () => () => undefined,
  destroy: () => undefined,
}

interface Verden {
  session: ReturnType<typeof useSession>
  naa: () => number
}

export function holdBilder(verden: Verden): void {
  const { session, naa } = verden
  let venter: ReturnType<typeof setTimeout> | undefined
  let tegner = false
  let igjen = false
  let tegnet: Dato | undefined

  async function tegn() {
    venter = undefined
    igjen = tegner
    if (tegner) return
    tegner = true
    tegnet = await taBilder(verden).catch(() => undefined)
    if (tegnet === undefined) await slettBilder()
    tegner = false
    if (igjen) snart()
  }
  function snart() {
    clearTimeout(venter)
    venter = setTimeout(() => naarLedig(() => void tegn()), VENT_MS)
  }
  let slutt: (() => void) | undefined
  watch(
    () => session.device,
    (device) => {
      slutt?.()
      slutt = device?.vedEndring(snart)
      if (device) snart()
    },
    { immediate: true },
  )
  document.addEventListener('visibilitychange', () => {
    // Put away with a change that is in no picture yet: better none than one that tells of before.
    if (document.visibilityState === 'hidden' && tegnet !== undefined && (venter !== undefined || tegner))
      void slettBilder()
    else if (document.visibilityState === 'visible' && session.device && tegnet !== dagVed(naa())) snart()
  })
}

const naarLedig = (gjoer: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(gjoer, { timeout: 5_000 }) : setTimeout(gjoer)

/** @returns the day they were drawn, `undefined` where they could not be */
async function taBilder({ session, naa }: Verden): Promise<Dato | undefined> {
  const bruker = session.bruker
  const stil = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.getAttribute('href')
  if (!bruker || !stil || appfeil.value !== null) return undefined
  const { colorScheme: utseende = 'light' } = document.documentElement.dataset
  const idag = dagVed(naa())
  const dager: Record<Dato, string> = {}
  for (let frem = 0; frem <= DAGER_FREM; frem++) {
    const dag = leggTilDager(idag, frem)
    dager[dag] = await taBilde({ idag: shallowRef(dag), naa: () => naa() + frem * DOEGN_MS })
    await new Promise<void>((videre) => naarLedig(videre))
    if (session.bruker !== bruker) return undefined
  }
  await lagreBilder({ bruker: bruker.id, stil, utseende, dager })
  return idag
}

/** Oversikt as it stands on the clock's day, as HTML. Rejects where it cannot be drawn. */
async function taBilde(klokke: Klokke): Promise<string> {
  const rot = document.createElement('div')
  const app = createApp(App)
  const router = lagRuter(staarStille)
  const feilet = new Promise<never>((_, nei) => {
    app.config.errorHandler = nei
  })
  app.provide(klokkenoekkel, klokke)
  app.provide(ubemerket, true)
  app.use(router)
  try {
    const staar = sidenStaar(rot)
    await router.push('/')
    app.mount(rot)
    await Promise.race([staar, feilet])
    if (rot.querySelector('.lasting')) throw new Error('Oversikt does not stand')
    return somBilde(rot)
  } finally {
    app.unmount()
  }
}

/** What stands in the element, as HTML that may be shown later: without what tells of this moment, and without style attributes. */
function somBilde(rot: Element): string {
  const kopi = rot.cloneNode(true) as Element
  for (const element of kopi.querySelectorAll<HTMLElement>('[style]')) {
    if (element.style.display === 'none') element.remove()
    else if (element.style.cssText !== '') element.dataset.stil = element.style.cssText
    element.removeAttribute('style')
  }
  // How the sync goes, and what was just said: not known when the picture is shown.
  for (const element of kopi.querySelectorAll('[role="status"]')) element.classList.add('usett')
  kopi.querySelector('.oppdatering')?.remove()
  return kopi.innerHTML
}
