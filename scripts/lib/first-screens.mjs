import { inRoot } from './house.mjs'

/** What a person meets first: what starts, the frame, login and Oversikt. Paths from the root, which are also the manifest's keys. */
export const firstScreens = [
  'index.html',
  'src/app/main.ts',
  'src/app/logginn/LoggInnPage.vue',
  'src/app/oversikt/OversiktPage.vue',
]

/**
 * @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} ModuleGraph
 */

/** What follows by itself when the page stands: sync and writing, the service worker, and the next picture of Oversikt. Where the app is installed, the count on its icon too. */
export const afterwards = ['src/data/work.ts', 'src/app/registrer.ts', 'src/app/tabilde.ts']

/** The late tables (docs/hus.md, «A new table») that every unit has rows of: the first filling of a device fetches one file for them. */
export const firstFilling = [
  'src/domain/aarshjul.ts',
  'src/domain/aarshjullenke.ts',
  'src/domain/notat.ts',
  'src/domain/stillingsbilde.ts',
]

/**
 * Names the chunk of everything that the starts import statically, `undefined` for the rest. In one file the first screens are
 * 12 kB smaller (brotli) than as thirty, and one request: small files share no words to be compressed by. For the same
 * reason a part that is split off and loaded at once after all makes the sum larger.
 * @param {string} name
 * @param {string[]} starts
 * @returns {(id: string, graph: ModuleGraph) => string | undefined}
 */
export function togetherAs(name, starts) {
  /** @type {Set<string> | undefined} */
  let together
  return (id, graph) => {
    together ??= reachable(
      starts.map((path) => inRoot(path)),
      graph,
    )
    return together.has(id) ? name : undefined
  }
}

/** @param {string[]} starts @param {ModuleGraph} graph */
function reachable(starts, graph) {
  /** @type {Set<string>} */
  const seen = new Set()
  const left = [...starts]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    left.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}
