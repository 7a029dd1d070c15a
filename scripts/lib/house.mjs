import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'

/** The repository's root, whatever the working directory is. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts)

/** Where the built app and the built server lie. */
export const distDir = resolve(root, process.env.DIST_DIR ?? 'dist')
export const distServerDir = resolve(root, process.env.DIST_SERVER_DIR ?? 'dist-server')

/** Path of a tool's own JavaScript, so that it runs by Node itself: no shell, no shim, one process to end. */
export const tools = {
  tsx: inRoot('node_modules/tsx/dist/cli.mjs'),
  vite: inRoot('node_modules/vite/bin/vite.js'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
  vueTsc: inRoot('node_modules/vue-tsc/bin/vue-tsc.js'),
  eslint: inRoot('node_modules/eslint/bin/eslint.js'),
  prettier: inRoot('node_modules/prettier/bin/prettier.cjs'),
  depcruise: inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  playwright: inRoot('node_modules/playwright/cli.js'),
}
