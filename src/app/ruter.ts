import { KAMERASIDE } from './kameraside.ts'
import { LEDERE, MED_ENHET } from './maavises.ts'
import type { Rute } from './rute.ts'

/** Every page but the two that come first: address, name, file. Each is loaded when it is first shown. */
export const SENE_RUTER: readonly Rute[] = [
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
  {
    path: '/rapporter',
    name: 'rapporter',
    component: () => import('./rapporter/RapporterPage.vue'),
    meta: { meny: '/mer' },
  },
  {
    path: '/rapporter/:rapport(aarsrapport|styringsgruppen|ledermoetet|mbm|likestilling|heltidspotten)',
    name: 'rapport',
    component: () => import('./rapporter/RapportPage.vue'),
    meta: { meny: '/mer' },
  },
  { path: '/maal', name: 'maal', component: () => import('./maal/MaalPage.vue'), meta: { meny: '/mer' } },
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
