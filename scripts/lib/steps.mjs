import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countStep, countTests } from './count.mjs'
import { tools } from './house.mjs'
import { run } from './run.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [command] a Node program and its arguments: counts as one
 * @property {string} [project] a vitest project instead: counts as its tests
 * @property {string[]} [after] steps that must have passed first; where one has not, this one fails without being run
 * @property {boolean} [alone] nothing beside it: it measures time, or uses the whole machine
 * @property {number} [seconds] the longest it may take; 1200 unless told
 *
 * @typedef {import('./count.mjs').Count & { name: string, seconds: number, output: string }} Result
 */

/**
 * Runs every step, two at a time, in the order given; a step that fails stops no other that does not need it.
 * @param {Step[]} steps
 * @param {{ done?: (result: Result, step: Step) => void, atOnce?: number }} [options]
 * @returns {Promise<Result[]>}
 */
export async function runSteps(steps, { done = () => {}, atOnce = 2 } = {}) {
  const waiting = [...steps]
  /** @type {Map<string, Result>} */
  const results = new Map()
  /** @type {Map<string, Step>} */
  const under = new Map()
  /** @type {Set<Promise<void>>} */
  const promises = new Set()

  /** @param {Step} step */
  const ready = ({ after = [], alone = false }) =>
    after.every((name) => results.has(name)) &&
    (!alone || under.size === 0) &&
    ![...under.values()].some((other) => other.alone)

  while (waiting.length > 0 || promises.size > 0) {
    for (let next; under.size < atOnce && (next = waiting.find(ready)) !== undefined;) {
      const step = next
      waiting.splice(waiting.indexOf(step), 1)
      under.set(step.name, step)
      const missing = step.after?.find((name) => results.get(name)?.failed !== 0)
      const promise = (missing === undefined ? runStep(step) : Promise.resolve(unreached(step, missing))).then(
        (result) => {
          under.delete(step.name)
          promises.delete(promise)
          results.set(step.name, result)
          done(result, step)
        },
      )
      promises.add(promise)
    }
    if (promises.size === 0)
      throw new Error(`These steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`)
    await Promise.race(promises)
  }
  return steps.flatMap(({ name }) => results.get(name) ?? [])
}

/** @param {Step} step @param {string} missing @returns {Result} */
const unreached = ({ name }, missing) => ({
  name,
  passed: 0,
  failed: 1,
  why: `not run, since ${missing} failed`,
  seconds: 0,
  output: '',
})

/** @param {Step} step @returns {Promise<Result>} */
async function runStep({ name, command = [], project, seconds: limit = 1200 }) {
  const started = performance.now()
  const dir = mkdtempSync(join(tmpdir(), 'heltidshjulet-'))
  const file = join(dir, 'result.json')
  const vitest = [
    tools.vitest,
    'run',
    '--project',
    project ?? '',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  try {
    const { code, output } = await run(project === undefined ? command : vitest, { seconds: limit })
    const count =
      project === undefined
        ? countStep(code)
        : countTests(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code)
    return { name, ...count, seconds: (performance.now() - started) / 1000, output }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
