import { createRouter, createWebHistory, type Router, type RouterHistory, type RouterScrollBehavior } from 'vue-router'
import { appfeil, meldFeil } from './composables/appfeil.ts'
import { merkNavigert } from './composables/navigasjon.ts'
import { maaVises } from './maavises.ts'
import { useSession } from './stores/session.ts'
import type { Rute } from './rute.ts'

/** What is met first. All other pages stand in ruter.ts, which is fetched when somebody goes to one of them. */
export const FOERSTE_RUTER: readonly Rute[] = [
  { path: '/', name: 'oversikt', component: () => import('./oversikt/OversiktPage.vue'), meta: { meny: '/' } },
  {
    path: '/logginn',
    name: 'logg-inn',
    component: () => import('./logginn/LoggInnPage.vue'),
    meta: { aapen: true, utenRamme: true },
  },
]

/** Stands for every page that is not known yet. */
const UKJENT: Rute = {
  path: '/:sti(.*)*',
  name: 'ukjent',
  component: () => import('./mer/FinnesIkkePage.vue'),
  meta: { aapen: true },
}

/** The pages that come first, and their addresses alone: nobody is sent elsewhere, nothing is told, and nothing is scrolled unless asked for. */
export const lagRuter = (history: RouterHistory, rull: RouterScrollBehavior = () => false): Router =>
  createRouter({ history, routes: [...FOERSTE_RUTER, UKJENT], scrollBehavior: rull })

/** A new page is seen from its top, one that is come back to from where it was left. */
const fraToppen: RouterScrollBehavior = (til, fra, lagret) =>
  lagret ?? (til.name === fra.name ? false : til.hash ? { el: til.hash } : { top: 0 })

/** Makes all pages known. Rejects where they can't be fetched; the next call tries again. */
export async function kjennAlle(router: Router): Promise<void> {
  const { SENE_RUTER } = await import('./ruter.ts')
  if (!router.hasRoute(UKJENT.name)) return
  router.removeRoute(UKJENT.name)
  for (const rute of SENE_RUTER) router.addRoute(rute)
}

export function lagRouter(history: RouterHistory = createWebHistory()): Router {
  const router = lagRuter(history, fraToppen)
  router.beforeEach(async (til, fra) => {
    if (til.name === UKJENT.name) {
      await kjennAlle(router)
      return til.fullPath
    }
    if (fra.matched.length > 0 && !til.meta.kamera !== !fra.meta.kamera) {
      location.assign(til.fullPath)
      return false
    }
    const { bruker } = useSession()
    if (til.meta.aapen) return true
    if (!bruker) return { path: '/logginn', query: til.path === '/' ? {} : { til: til.fullPath } }
    return maaVises(til.meta, bruker.rolle) ? true : { path: '/' }
  })
  router.afterEach((_til, fra, avbrutt) => {
    if (!avbrutt) appfeil.value = null
    if (fra.matched.length > 0) merkNavigert()
  })
  router.onError(meldFeil)
  return router
}
