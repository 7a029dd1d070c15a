// node scripts/ikoner.mjs: writes src/app/ui/ikoner.ts from Aksel's icons (24 px, MIT, Nav).
// Only the drawing is kept, with two decimals: a hundredth of a pixel is not seen, and all of it loads at the start.
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { inRoot } from './lib/house.mjs'

/** Our name: Aksel's. One line each; only what a screen uses. */
const icons = {
  aktiviteter: 'Tasklist',
  aktiviteterFylt: 'TasklistFill',
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
  pluss: 'Plus',
  rediger: 'Pencil',
  skrivUt: 'PrinterSmall',
  synkroniserer: 'ArrowsCirclepath',
  synkronisert: 'CheckmarkCircle',
  tilbake: 'ArrowLeft',
  toern: 'ArrowRightLeft',
  varsel: 'ExclamationmarkTriangle',
  venstre: 'ChevronLeft',
}

/** @param {string} path */
const shorter = (path) => path.replace(/-?\d*\.\d+/g, (number) => String(Number(Number(number).toFixed(2))))

const entries = Object.entries(icons).map(([name, file]) => {
  const svg = readFileSync(inRoot(`node_modules/@navikt/aksel-icons/dist/svg/${file}.svg`), 'utf8')
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => shorter(path ?? ''))
  if (paths.length === 0 || /<(circle|rect|line|g|clipPath)\b/.test(svg))
    throw new Error(`${file} is not drawn by paths alone`)
  return `${name}: ${JSON.stringify(paths)},`
})

const target = inRoot('src/app/ui/ikoner.ts')
const source = `/** Aksel's icons (24 px, MIT, Nav) as the paths that draw them. Written by \`node scripts/ikoner.mjs\`: add a line there. */
export const ikoner = {
${entries.join('\n')}
} as const satisfies Record<string, readonly string[]>

export type Ikonnavn = keyof typeof ikoner
`
writeFileSync(target, await format(source, { ...(await resolveConfig(target)), filepath: target }))
