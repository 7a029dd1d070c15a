import { createPinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'
import { defineComponent, shallowRef, type Component, type Plugin } from 'vue'
import axe from 'axe-core'
import { klokkenoekkel } from '../../../src/app/composables/useKlokke.ts'
import { sesjonsverden } from '../../../src/app/stores/session.ts'
import { openDevice } from '../../../src/data/openDevice.ts'
import type { Bruker } from '../../../src/domain/tilgang.ts'
import '../../../src/app/styles/index.css'

/** The app's surroundings for component tests: a real device in the browser's own IndexedDB, and a server that never answers. */

document.documentElement.dataset.colorScheme = 'light'
document.documentElement.lang = 'nb'
document.body.dataset.color = 'accent'
document.body.dataset.size = 'md'

export const LEDER: Bruker = {
  id: 'test-leder',
  navn: 'Avdelingsleder Bondihagen',
  rolle: 'avdelingsleder',
  enheter: ['bondihagen'],
}
export const ANNEN: Bruker = { ...LEDER, id: 'test-annen', navn: 'Avdelingsleder Hurum', enheter: ['hurum'] }

const tie: typeof fetch = () => Promise.reject(new TypeError('no network in this test'))

export const aapneDevice = (bruker: Bruker) => openDevice({ bruker, fetch: tie, hendelser: null, selvgaaende: false })

/** Plugins and provisions as `main.ts` makes them. */
export function omgivelser(sider: Record<string, Component> = {}, loggUtAvTjeneren = () => Promise.resolve()) {
  const tom = defineComponent({ template: '<div />' })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      ...Object.entries(sider).map(([path, component]) => ({ path, component })),
      { path: '/:sti(.*)*', component: tom },
    ],
  })
  const plugins: Plugin[] = [createPinia(), router]
  return {
    router,
    global: {
      plugins,
      provide: {
        [klokkenoekkel as symbol]: { idag: shallowRef('2026-11-21'), naa: () => Date.UTC(2026, 10, 21, 12) },
        [sesjonsverden as symbol]: {
          openDevice: ({ bruker }: { bruker: Bruker }) => aapneDevice(bruker),
          loggUtAvTjeneren,
        },
      },
    },
  }
}

/** What axe finds at WCAG 2.2 AA, in short words; empty when all is well. */
export async function axefunn(rot: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(rot, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'document-title': { enabled: false } },
  })
  return violations.map((f) => `${f.id}: ${f.nodes.map((n) => n.html).join(' | ')}`)
}
