import { spawn } from 'node:child_process'
import { root } from './house.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends a child and everything that it started; a browser outlives its parent otherwise. */
function end(/** @type {import('node:child_process').ChildProcess} */ child, /** @type {NodeJS.Signals} */ signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]))
  process.once(signal, () => {
    for (const child of running) end(child, 'SIGKILL')
    process.exit(code)
  })

/**
 * Runs a Node program to its end in a process group of its own, and gives what it wrote. Never rejects, never hangs:
 * after `seconds` the whole group is ended, and the code is 124.
 * @param {string[]} args the program and its arguments
 * @param {{ seconds: number, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(args, { seconds, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    let late = false
    /** @param {Buffer} part */
    const collect = (part) => (output += part.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const limit = setTimeout(() => {
      late = true
      output += `\nStopped: not finished after ${seconds} s\n`
      end(child, 'SIGKILL')
      // A grandchild that left the group can hold the pipes open; what it writes is no longer of interest.
      child.stdout.destroy()
      child.stderr.destroy()
    }, seconds * 1000)
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ code, output })
    }
    child.on('error', (fault) => {
      output += fault.message
      finish(1)
    })
    child.on('close', (code) => {
      // What the step left running would hold ports and memory for the next one.
      end(child, 'SIGKILL')
      finish(late ? 124 : (code ?? 1))
    })
  })
}
