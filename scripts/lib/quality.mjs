import { tools } from './house.mjs'
import { runSteps } from './steps.mjs'

/** @typedef {import('./steps.mjs').Step} Step */

const lint = [tools.eslint, '.', '--max-warnings=0']
const remembered = ['--cache', '--cache-strategy=content', '--cache-location=.cache/eslint']

/**
 * What `npm run check` does, and `npm test` before the rest. The longest first, since two run at a time.
 * `quick` reads again only the files that have changed, which can miss a promise whose type changed in another file.
 * @param {{ quick: boolean }} how
 * @returns {Step[]}
 */
export const checks = ({ quick }) => [
  { name: 'types', command: [tools.vueTsc, '--build'] },
  { name: 'lint', command: quick ? [...lint, ...remembered] : lint },
  { name: 'unit tests', project: 'node' },
  { name: 'imports', command: [tools.depcruise, 'src', 'tests', '--config', '.dependency-cruiser.cjs'] },
  { name: 'format', command: [tools.prettier, '--check', '.', '--cache', '--cache-location=.cache/prettier'] },
]

/** What `npm test` does besides. @type {Step[]} */
export const slowChecks = [
  { name: 'build', command: ['scripts/build.mjs'] },
  { name: 'browser tests', project: 'browser' },
  { name: 'PostgreSQL tests', project: 'postgres' },
  { name: 'end-to-end tests', project: 'e2e', after: ['build'], alone: true, seconds: 1800 },
]

/**
 * Runs the steps with one line for each, what the failed ones wrote beneath, and `N passed, N failed` as the last line.
 * Sets the exit code.
 * @param {Step[]} steps
 */
export async function runAndTell(steps) {
  const results = await runSteps(steps, {
    done: ({ name, passed, failed, why, seconds, output }, { project }) => {
      const tests = project === undefined ? '' : `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`
      console.log(
        `${failed === 0 ? '✓' : '✗'} ${name.padEnd(18)}${seconds.toFixed(1).padStart(7)} s${tests}${why === undefined ? '' : `  (${why})`}`,
      )
      if (failed > 0 && output.trim() !== '') console.log(`\n${output.trim()}\n`)
    },
  })
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
