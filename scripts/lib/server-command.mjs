import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { distServerDir, inRoot, tools } from './house.mjs'
import { stopUnlessReady } from './ready.mjs'

/**
 * Runs one of the server's commands with this process's arguments: the built one, which is of the same version as the
 * server that was started, else the source.
 * @param {string} name of the file in the built server, without its ending
 * @param {string} source
 */
export function runServerCommand(name, source) {
  stopUnlessReady()
  const built = join(distServerDir, `${name}.js`)
  const command = existsSync(built) ? [built] : [tools.tsx, inRoot(source)]
  const { status } = spawnSync(process.execPath, [...command, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
