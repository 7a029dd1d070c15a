import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { appensPlass, byttUt } from './bilde.ts'
import { spoer } from './composables/api.ts'
import { meldFeil } from './composables/appfeil.ts'
import { bedOmLager } from './composables/lager.ts'
import { sidenStaar } from './composables/sidenStaar.ts'
import { klokkenoekkel, lagKlokke } from './composables/useKlokke.ts'
import { hentDel } from './oversikt/deler.ts'
import { kjennAlle, lagRouter } from './router.ts'
import { husket } from './stores/husket.ts'
import { sesjonsverden, useSession } from './stores/session.ts'
import { useSynk } from './stores/synk.ts'
import { openDevice } from '../data/openDevice.ts'

/** The composition root: the one place that reads the clock and joins the app to the device and the server. */

// What the first page is made of is fetched while the database opens.
const sist = husket.bruker()
if (sist && location.pathname === '/') hentDel(sist.rolle)

const app = createApp(App)
app.config.errorHandler = meldFeil
app.use(createPinia())
app.provide(
  klokkenoekkel,
  lagKlokke(() => Date.now()),
)
const plass = appensPlass()
/** Asking the server, and all else that is not the first page itself, waits until that stands. */
const rolig = sidenStaar(plass).then(() => byttUt(plass))
app.provide(sesjonsverden, {
  openDevice: ({ bruker }) => openDevice({ bruker, rolig }),
  async loggUtAvTjeneren(valg) {
    const svar = await spoer('/api/logout', valg, 3000)
    if (!svar.ok) throw new Error(svar.tekst)
  },
})

const session = app.runWithContext(() => useSession())
// The first thing that is written is the time to ask the browser to keep it.
const synk = app.runWithContext(() => useSynk())
watch(
  () => synk.status.venter > 0,
  (venter) => {
    if (venter) void bedOmLager()
  },
)

/**
 * The session first: the router's guards ask who it is. It comes from this device, never from the network.
 *
 * In a function, not awaited by this file itself: what is fetched on the way imports from the same chunk, and each would
 * wait for the other for ever.
 */
async function start() {
  await session.gjenopprett().catch(meldFeil)
  const router = lagRouter()
  // After a reload in the middle of a visit, the browser's Back can lead to any page: it must be known by then.
  if (history.state?.back || history.state?.forward) await kjennAlle(router).catch(meldFeil)
  app.use(router)
  app.mount(plass)
}
void start()
// A look for a new version and the next picture can wait until the own data are on the screen.
void rolig.then(async () => {
  const [{ registrer }, { holdBilder }] = await Promise.all([import('./registrer.ts'), import('./tabilde.ts')])
  void registrer()
  const verden = { session, naa: () => Date.now() }
  holdBilder(verden)
  // Only what is installed has an icon to show a number on.
  if (matchMedia('(display-mode: standalone)').matches) (await import('./ikonmerke.ts')).holdIkonmerke(verden)
})
// Another tab has logged in or out: this one must not go on as the former.
husket.vedByttet(() => location.reload())
