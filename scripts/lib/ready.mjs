import { existsSync } from 'node:fs'
import { inRoot } from './house.mjs'

/**
 * Why the scripts cannot run here, as one sentence that says what to do; `undefined` when they can.
 * @param {string} version of Node, as `20.19.0`
 * @param {boolean} installed whether the packages are in place
 */
export function whyNotReady(version = process.versions.node, installed = existsSync(inRoot('node_modules/vite'))) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    return `Heltidshjulet needs Node 20.19 or later, and this is ${version}. Install the current LTS from https://nodejs.org and try again.`
  if (!installed) return 'The packages are not installed. Run "npm ci" first, then try again.'
  return undefined
}

/** Ends the process with the sentence, if there is one. */
export function stopUnlessReady() {
  const why = whyNotReady()
  if (why === undefined) return
  console.error(why)
  process.exit(1)
}
