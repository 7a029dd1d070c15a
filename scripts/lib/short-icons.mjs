import { readFileSync } from 'node:fs'

/**
 * Rounds the icons' coordinates to hundredths of a unit, of which an icon is 24 wide: nobody can see it, and all icons
 * together are a fifth smaller. Only numbers that stand by themselves; in an arc, digits can be flags, so it is left alone.
 * @param {string} svg
 */
export const shortened = (svg) =>
  svg.replace(/ d="[^"aA]*"/g, (path) =>
    path.replace(/(?<![\d.])\d+\.\d{3,}(?![\d.])/g, (n) => String(Math.round(Number(n) * 100) / 100)),
  )

/** @returns {import('vite').Plugin} */
export const shortIcons = () => ({
  name: 'short-icons',
  enforce: 'pre',
  load: {
    filter: { id: /aksel-icons\/.*\.svg\?raw$/ },
    handler: (id) => `export default ${JSON.stringify(shortened(readFileSync(id.replace('?raw', ''), 'utf8')))}`,
  },
})
