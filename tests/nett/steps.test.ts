import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countStep, countTests } from '../../scripts/lib/count.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { runSteps, type Result } from '../../scripts/lib/steps.mjs'

/** `npm test` counts everything that went wrong, whatever way it went wrong, and never hangs. */

const passes = { command: ['-e', ''] }
const fails = { command: ['-e', 'console.log("derfor"); process.exit(3)'] }
const short = (results: Result[]) => results.map(({ name, passed, failed }) => `${name} ${passed}/${failed}`)

test('a failed step is counted, and the others still run', async () => {
  const results = await runSteps([
    { name: 'a', ...fails },
    { name: 'b', ...passes },
    { name: 'c', ...passes },
  ])
  expect(short(results)).toEqual(['a 0/1', 'b 1/0', 'c 1/0'])
  expect(results[0]?.output).toBe('derfor\n')
})

test('a step that needs a failed one is counted as failed without being run', async () => {
  const results = await runSteps([
    { name: 'e2e', ...passes, after: ['build'] },
    { name: 'build', ...fails },
  ])
  expect(short(results)).toEqual(['e2e 0/1', 'build 0/1'])
  expect(results[0]?.why).toBe('not run, since build failed')
})

test('a step that wants to be alone has nobody beside it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'steg-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const mark = join(dir, 'her')
  const writes = `const fs = require('fs'); fs.writeFileSync('${mark}', ''); setTimeout(() => fs.rmSync('${mark}'), 200)`
  const looks = `process.exit(require('fs').existsSync('${mark}') ? 1 : 0)`
  const results = await runSteps([
    { name: 'writes', command: ['-e', writes] },
    { name: 'looks', command: ['-e', looks], alone: true },
  ])
  expect(short(results)).toEqual(['writes 1/0', 'looks 1/0'])
  expect(existsSync(mark)).toBe(false)
})

test('a step that never ends is ended, with everything that it started', async () => {
  const child =
    'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" })'
  const { code, output } = await run(['-e', `${child}; setInterval(() => {}, 1000)`], { seconds: 0.5 })
  expect(code).toBe(124)
  expect(output).toContain('not finished after 0.5 s')
})

test('a program that does not exist fails', async () => {
  expect((await run(['/finnes/ikke.mjs'], { seconds: 10 })).code).not.toBe(0)
})

const result = (over: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...over,
  })

test.each([
  ['all passed', result({}), 0, [3, 0]],
  ['one failed', result({ numFailedTests: 1 }), 1, [3, 1]],
  ['one switched off', result({ numPendingTests: 1 }), 0, [3, 1]],
  ['one only thought of', result({ numTodoTests: 1 }), 0, [3, 1]],
  ['a file that could not be read', result({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1, [3, 1]],
  [
    'a file with a failed test, counted once',
    result({ numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] }),
    1,
    [3, 1],
  ],
  ['an error outside the tests', result({}), 1, [3, 1]],
  ['no tests at all', result({ numPassedTests: 0 }), 0, [0, 1]],
  ['no result', undefined, 0, [0, 1]],
  ['half a result', '{"numPassed', 1, [0, 1]],
] as const)('a test run: %s', (_name, json, code, [passed, failed]) => {
  expect(countTests(json, code)).toMatchObject({ passed, failed })
})

test('a step that is no test run counts as one', () => {
  expect(countStep(0)).toEqual({ passed: 1, failed: 0 })
  expect(countStep(2)).toEqual({ passed: 0, failed: 1 })
})

test('a vitest project is counted by what vitest itself wrote', async () => {
  // No such project: vitest ends with an error and writes nothing.
  const [outcome] = await runSteps([{ name: 'finnes ikke', project: 'finnes-ikke', seconds: 60 }])
  expect(outcome).toMatchObject({ passed: 0, failed: 1 })
}, 60_000)
