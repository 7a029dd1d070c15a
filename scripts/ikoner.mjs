// node scripts/ikoner.mjs: writes src/app/ui/ikoner.ts from Aksel's icons (24 px, MIT, Nav).
// Only the drawing is kept, with two decimals: a hundredth of a pixel is not seen, and all of it loads at the start.
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { inRoot } from './lib/house.mjs'

/** Our name: Aksel's. One line each; only what a screen uses. These stand in the frame and on Oversikt, and load at the start. */
const first = {
  aktiviteter: 'Tasklist',
  aktiviteterFylt: 'TasklistFill',
  frakoblet: 'CloudSlash',
  hjul: 'PieChart',
  hjulFylt: 'PieChartFill',
  hoeyre: 'ChevronRight',
  hus: 'House',
  husFylt: 'HouseFill',
  lukk: 'XMark',
  mer: 'MenuHamburger',
  pluss: 'Plus',
  synkroniserer: 'ArrowsCirclepath',
  synkronisert: 'CheckmarkCircle',
  toern: 'ArrowRightLeft',
  varsel: 'ExclamationmarkTriangle',
}

/** The rest: fetched when the first page stands. */
const later = {
  frem: 'ArrowRight',
  kalender: 'Calendar',
  kommentar: 'Chat',
  ned: 'ChevronDown',
  rediger: 'Pencil',
  skrivUt: 'PrinterSmall',
  tilbake: 'ArrowLeft',
  venstre: 'ChevronLeft',
}

/** @param {string} path */
const shorter = (path) => path.replace(/-?\d*\.\d+/g, (number) => String(Number(Number(number).toFixed(2))))

/** @param {string} file */
function pathsOf(file) {
  const svg = readFileSync(inRoot(`node_modules/@navikt/aksel-icons/dist/svg/${file}.svg`), 'utf8')
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => shorter(path ?? ''))
  if (paths.length === 0 || /<(circle|rect|line|g|clipPath)\b/.test(svg))
    throw new Error(`${file} is not drawn by paths alone`)
  return paths
}

/** @param {string} name @param {Record<string, string>} icons @param {string} when */
async function write(name, icons, when) {
  const target = inRoot(`src/app/ui/${name}.ts`)
  const entries = Object.entries(icons).map(([ours, aksels]) => `${ours}: ${JSON.stringify(pathsOf(aksels))},`)
  const source = `/** Aksel's icons (24 px, MIT, Nav) as the paths that draw them; ${when}. Written by \`node scripts/ikoner.mjs\`: add a line there. */
export const ${name} = {
${entries.join('\n')}
} as const satisfies Record<string, readonly string[]>
`
  writeFileSync(target, await format(source, { ...(await resolveConfig(target)), filepath: target }))
}

await write('foersteIkoner', first, 'those that are there at the start')
await write('flereIkoner', later, 'those that come after')
