/**
 * @typedef {{ passed: number, failed: number, why?: string }} Count
 * @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: FileResult[] }} VitestResult
 */

/** A step that is no test run counts as one. @param {number} code of its exit @returns {Count} */
export const countStep = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/**
 * The tests of a vitest run. Nothing that went wrong counts as nothing: a file that could not be read, a test that is
 * switched off, an error outside every test, no test at all and a run that ended before its time count as failures.
 * @param {string | undefined} json what vitest's JSON reporter wrote
 * @param {number} code of vitest's exit
 * @returns {Count}
 */
export function countTests(json, code) {
  const result = json === undefined ? undefined : parse(json)
  if (result === undefined) return { passed: 0, failed: 1, why: 'the run ended without a result' }
  const passed = result.numPassedTests
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status === 'passed'),
  ).length
  const off = result.numPendingTests + result.numTodoTests
  const failed = result.numFailedTests + broken + off
  if (failed > 0) return { passed, failed, ...(off > 0 && { why: `${off} switched off or not reached` }) }
  if (code !== 0) return { passed, failed: 1, why: 'an error outside the tests' }
  if (passed === 0) return { passed, failed: 1, why: 'there are no tests' }
  return { passed, failed }
}

/** @param {string} json @returns {VitestResult | undefined} */
function parse(json) {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
