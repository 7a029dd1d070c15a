import { createRouter, createWebHistory, type Router, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import { appfeil, meldFeil } from './composables/appfeil.ts'
import { merkNavigert } from './composables/navigasjon.ts'
import { KAMERASIDE } from './kameraside.ts'
import { useSession } from './stores/session.ts'
import { hentFlereIkoner } from './ui/ikoner.ts'
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

const sider = import.meta.glob<{ default: Component }>('./*/*Page.vue')

const LEDERE = ['prosjektleder', 'virksomhetsleder', 'avdelingsleder'] as const satisfies readonly Rolle[]
const MED_ENHET = [...LEDERE, 'tillitsvalgt', 'verneombud'] as const satisfies readonly Rolle[]

interface Rute {
  path: string
  navn: string
  fil: string
  meta?: RouteRecordRaw['meta']
}

/** Every page: address, name, file. Loaded when it is first shown. */
export const RUTER: readonly Rute[] = [
  { path: '/', navn: 'oversikt', fil: 'oversikt/OversiktPage', meta: { meny: '/' } },
  { path: '/enhet/:id', navn: 'enhet', fil: 'enhet/EnhetPage', meta: { meny: '/' } },
  { path: '/sammenlign', navn: 'sammenlign', fil: 'sammenlign/SammenlignPage', meta: { meny: '/mer' } },
  { path: '/maalinger', navn: 'maalinger', fil: 'maalinger/MaalingerPage', meta: { meny: '/mer' } },
  {
    path: '/maalinger/ny',
    navn: 'registrer-maaling',
    fil: 'maalinger/RegistrerMaalingPage',
    meta: { meny: '/mer', roller: LEDERE },
  },
  {
    path: '/maalinger/importer',
    navn: 'importer-stillinger',
    fil: 'stillinger/ImporterStillingerPage',
    meta: { meny: '/mer', roller: LEDERE },
  },
  { path: '/aarshjul/:aar(\\d{4})?', navn: 'aarshjul', fil: 'aarshjul/AarshjulPage', meta: { meny: '/aarshjul' } },
  {
    path: '/aarshjul/:aar(\\d{4})/utskrift',
    navn: 'aarshjul-utskrift',
    fil: 'aarshjul/AarshjulUtskriftPage',
    meta: { utenRamme: true },
  },
  {
    path: '/aktiviteter',
    navn: 'aktiviteter',
    fil: 'aktiviteter/AktiviteterPage',
    meta: { meny: '/aktiviteter', roller: MED_ENHET },
  },
  {
    path: '/aktiviteter/:id',
    navn: 'aktivitet',
    fil: 'aktiviteter/AktivitetPage',
    meta: { meny: '/aktiviteter', roller: MED_ENHET },
  },
  { path: '/toern', navn: 'toern', fil: 'toern/ToernPage', meta: { meny: '/toern', roller: MED_ENHET } },
  {
    path: '/toern/:id',
    navn: 'toernoppgave',
    fil: 'toern/ToernoppgavePage',
    meta: { meny: '/toern', roller: MED_ENHET },
  },
  { path: '/mer', navn: 'mer', fil: 'mer/MerPage', meta: { meny: '/mer' } },
  { path: '/loggut', navn: 'logg-ut', fil: 'logginn/LoggUtPage', meta: { meny: '/mer' } },
  {
    path: '/synkronisering',
    navn: 'synkronisering',
    fil: 'synkronisering/SynkroniseringPage',
    meta: { meny: '/mer' },
  },
  {
    path: '/synkronisering/overlever',
    navn: 'overlever',
    fil: 'synkronisering/OverleverPage',
    meta: { meny: '/mer' },
  },
  { path: KAMERASIDE, navn: 'motta', fil: 'synkronisering/MottaPage', meta: { meny: '/mer', kamera: true } },
  {
    path: '/administrasjon',
    navn: 'administrasjon',
    fil: 'administrasjon/AdministrasjonPage',
    meta: { meny: '/mer', roller: ['prosjektleder'] },
  },
  { path: '/personvern', navn: 'personvern', fil: 'mer/PersonvernPage', meta: { meny: '/mer', aapen: true } },
  {
    path: '/tilgjengelighet',
    navn: 'tilgjengelighet',
    fil: 'mer/TilgjengelighetPage',
    meta: { meny: '/mer', aapen: true },
  },
  { path: '/om', navn: 'om', fil: 'mer/OmPage', meta: { meny: '/mer', aapen: true } },
  { path: '/logginn', navn: 'logg-inn', fil: 'logginn/LoggInnPage', meta: { aapen: true, utenRamme: true } },
  {
    path: '/inviter/:token',
    navn: 'invitasjon',
    fil: 'logginn/InvitasjonPage',
    meta: { aapen: true, utenRamme: true },
  },
  { path: '/:sti(.*)*', navn: 'finnes-ikke', fil: 'mer/FinnesIkkePage', meta: { aapen: true } },
]

/** What is met first, whose icons are at hand. */
const FOERST: ReadonlySet<unknown> = new Set(['oversikt', 'logg-inn'])

/** Whether a page may be shown to the role; screens ask before they link to it. */
export const maaVises = (meta: { roller?: readonly Rolle[] } | undefined, rolle: Rolle): boolean =>
  meta?.roller?.includes(rolle) ?? true

/** The pages and their addresses alone: nobody is sent elsewhere, and nothing is told. */
export const lagRuter = (history: RouterHistory): Router =>
  createRouter({
    history,
    routes: RUTER.flatMap(({ path, navn, fil, meta = {} }): RouteRecordRaw[] => {
      const component = sider[`./${fil}.vue`]
      return component ? [{ path, name: navn, component, meta }] : []
    }),
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
    if (!FOERST.has(til.name)) void hentFlereIkoner()
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
