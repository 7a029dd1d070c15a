import { createRouter, createWebHistory, type Router, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import { appfeil, meldFeil } from './composables/appfeil.ts'
import { merkNavigert } from './composables/navigasjon.ts'
import { KAMERASIDE } from './kameraside.ts'
import { maaVises } from './maavises.ts'
import { useSession } from './stores/session.ts'
import type { Component } from 'vue'
import type { Rolle } from '../domain/tilgang.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to those who are not logged in. */
    aapen?: boolean
    /** Only for these roles; without it, for all who are logged in. */
    roller?: readonly Rolle[]
    /** Shown without bars and menu: login, and what is printed. */
    utenRamme?: boolean
    /** Which menu entry the page belongs under. */
    meny?: string
    /** May use the camera, and is a document of its own for that. */
    kamera?: boolean
  }
}

const LEDERE = ['prosjektleder', 'virksomhetsleder', 'avdelingsleder'] as const satisfies readonly Rolle[]
const MED_ENHET = [...LEDERE, 'tillitsvalgt', 'verneombud'] as const satisfies readonly Rolle[]

type Rute = RouteRecordRaw & {
  path: string
  name: string
  component: () => Promise<{ default: Component }>
  meta?: RouteRecordRaw['meta']
}

/** Every page: address, name, file. Loaded when it is first shown. */
export const RUTER: readonly Rute[] = [
  { path: '/', name: 'oversikt', component: () => import('./oversikt/OversiktPage.vue'), meta: { meny: '/' } },
  { path: '/enhet/:id', name: 'enhet', component: () => import('./enhet/EnhetPage.vue'), meta: { meny: '/' } },
  {
    path: '/sammenlign',
    name: 'sammenlign',
    component: () => import('./sammenlign/SammenlignPage.vue'),
    meta: { meny: '/mer' },
  },
  {
    path: '/maalinger',
    name: 'maalinger',
    component: () => import('./maalinger/MaalingerPage.vue'),
    meta: { meny: '/mer' },
  },
  {
    path: '/maalinger/ny',
    name: 'registrer-maaling',
    component: () => import('./maalinger/RegistrerMaalingPage.vue'),
    meta: { meny: '/mer', roller: LEDERE },
  },
  {
    path: '/maalinger/importer',
    name: 'importer-stillinger',
    component: () => import('./stillinger/ImporterStillingerPage.vue'),
    meta: { meny: '/mer', roller: LEDERE },
  },
  {
    path: '/aarshjul/:aar(\\d{4})?',
    name: 'aarshjul',
    component: () => import('./aarshjul/AarshjulPage.vue'),
    meta: { meny: '/aarshjul' },
  },
  {
    path: '/aarshjul/:aar(\\d{4})/utskrift',
    name: 'aarshjul-utskrift',
    component: () => import('./aarshjul/AarshjulUtskriftPage.vue'),
    meta: { utenRamme: true },
  },
  {
    path: '/aktiviteter',
    name: 'aktiviteter',
    component: () => import('./aktiviteter/AktiviteterPage.vue'),
    meta: { meny: '/aktiviteter', roller: MED_ENHET },
  },
  {
    path: '/aktiviteter/:id',
    name: 'aktivitet',
    component: () => import('./aktiviteter/AktivitetPage.vue'),
    meta: { meny: '/aktiviteter', roller: MED_ENHET },
  },
  {
    path: '/toern',
    name: 'toern',
    component: () => import('./toern/ToernPage.vue'),
    meta: { meny: '/toern', roller: MED_ENHET },
  },
  {
    path: '/toern/utskrift',
    name: 'vaktromsliste',
    component: () => import('./toern/VaktromslistePage.vue'),
    meta: { meny: '/toern', roller: MED_ENHET },
  },
  {
    path: '/toern/:id',
    name: 'toernoppgave',
    component: () => import('./toern/ToernoppgavePage.vue'),
    meta: { meny: '/toern', roller: MED_ENHET },
  },
  {
    path: '/kalkulator',
    name: 'kalkulator',
    component: () => import('./kalkulator/KalkulatorPage.vue'),
    meta: { meny: '/mer', roller: MED_ENHET },
  },
  {
    path: '/hva-skal-til',
    name: 'hva-skal-til',
    component: () => import('./hvaskaltil/HvaSkalTilPage.vue'),
    meta: { meny: '/mer', roller: MED_ENHET },
  },
  {
    path: '/utlysninger',
    name: 'utlysninger',
    component: () => import('./utlysning/UtlysningerPage.vue'),
    meta: { meny: '/mer', roller: MED_ENHET },
  },
  {
    path: '/utlysninger/:id',
    name: 'utlysning',
    component: () => import('./utlysning/UtlysningPage.vue'),
    meta: { meny: '/mer', roller: MED_ENHET },
  },
  { path: '/mer', name: 'mer', component: () => import('./mer/MerPage.vue'), meta: { meny: '/mer' } },
  { path: '/loggut', name: 'logg-ut', component: () => import('./logginn/LoggUtPage.vue'), meta: { meny: '/mer' } },
  {
    path: '/synkronisering',
    name: 'synkronisering',
    component: () => import('./synkronisering/SynkroniseringPage.vue'),
    meta: { meny: '/mer' },
  },
  {
    path: '/synkronisering/overlever',
    name: 'overlever',
    component: () => import('./synkronisering/OverleverPage.vue'),
    meta: { meny: '/mer' },
  },
  {
    path: KAMERASIDE,
    name: 'motta',
    component: () => import('./synkronisering/MottaPage.vue'),
    meta: { meny: '/mer', kamera: true },
  },
  {
    path: '/administrasjon',
    name: 'administrasjon',
    component: () => import('./administrasjon/AdministrasjonPage.vue'),
    meta: { meny: '/mer', roller: ['prosjektleder'] },
  },
  {
    path: '/personvern',
    name: 'personvern',
    component: () => import('./mer/PersonvernPage.vue'),
    meta: { meny: '/mer', aapen: true },
  },
  {
    path: '/tilgjengelighet',
    name: 'tilgjengelighet',
    component: () => import('./mer/TilgjengelighetPage.vue'),
    meta: { meny: '/mer', aapen: true },
  },
  { path: '/om', name: 'om', component: () => import('./mer/OmPage.vue'), meta: { meny: '/mer', aapen: true } },
  {
    path: '/logginn',
    name: 'logg-inn',
    component: () => import('./logginn/LoggInnPage.vue'),
    meta: { aapen: true, utenRamme: true },
  },
  {
    path: '/inviter/:token',
    name: 'invitasjon',
    component: () => import('./logginn/InvitasjonPage.vue'),
    meta: { aapen: true, utenRamme: true },
  },
  {
    path: '/:sti(.*)*',
    name: 'finnes-ikke',
    component: () => import('./mer/FinnesIkkePage.vue'),
    meta: { aapen: true },
  },
]

/** The pages and their addresses alone: nobody is sent elsewhere, and nothing is told. */
export const lagRuter = (history: RouterHistory): Router =>
  createRouter({
    history,
    routes: RUTER,
    scrollBehavior: (til, fra, lagret) =>
      lagret ?? (til.name === fra.name ? false : til.hash ? { el: til.hash } : { top: 0 }),
  })

export function lagRouter(history: RouterHistory = createWebHistory()): Router {
  const router = lagRuter(history)
  router.beforeEach((til, fra) => {
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
