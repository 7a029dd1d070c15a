// node scripts/ikoner.mjs: writes src/app/ui/ikoner.svg and ikonnavn.ts from Aksel's icons (24 px, MIT, Nav).
// Only the drawing is kept, with two decimals: a hundredth of a pixel is not seen, and all of it comes with the page.
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { inRoot } from './lib/house.mjs'

/** Our name: Aksel's. One line each; only what a screen uses. */
const icons = {
  angre: 'ArrowUndo',
  aktiviteter: 'Tasklist',
  aktiviteterFylt: 'TasklistFill',
  flytt: 'DragVertical',
  frakoblet: 'CloudSlash',
  frem: 'ArrowRight',
  hjul: 'PieChart',
  hjulFylt: 'PieChartFill',
  hoeyre: 'ChevronRight',
  hus: 'House',
  husFylt: 'HouseFill',
  kalender: 'Calendar',
  kommentar: 'Chat',
  lukk: 'XMark',
  mer: 'MenuHamburger',
  ned: 'ChevronDown',
  opp: 'ChevronUp',
  pluss: 'Plus',
  rediger: 'Pencil',
  skrivUt: 'PrinterSmall',
  slett: 'Trash',
  synkroniserer: 'ArrowsCirclepath',
  synkronisert: 'CheckmarkCircle',
  tilbake: 'ArrowLeft',
  toern: 'ArrowRightLeft',
  varsel: 'ExclamationmarkTriangle',
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

/** @param {[string, string]} icon */
const symbolOf = ([ours, aksels]) =>
  `<symbol id="ikon-${ours}" viewBox="0 0 24 24">${pathsOf(aksels)
    .map((path) => `<path fill-rule="evenodd" d="${path}"/>`)
    .join('')}</symbol>`

const sprite = inRoot('src/app/ui/ikoner.svg')
writeFileSync(
  sprite,
  `<svg xmlns="http://www.w3.org/2000/svg" display="none" aria-hidden="true">\n${Object.entries(icons).map(symbolOf).join('\n')}\n</svg>\n`,
)

const names = inRoot('src/app/ui/ikonnavn.ts')
const source = `/** The drawings of \`ikoner.svg\`, which comes with the page (vite.config.ts). Written by \`node scripts/ikoner.mjs\`: add a line there. */
export const IKONNAVN = [${Object.keys(icons)
  .map((name) => `'${name}'`)
  .join(', ')}] as const
export type Ikonnavn = (typeof IKONNAVN)[number]
`
writeFileSync(names, await format(source, { ...(await resolveConfig(names)), filepath: names }))
