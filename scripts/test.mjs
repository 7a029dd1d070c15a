// npm test: everything. The checks, the tests in a real Chromium, the build, and the end-to-end tests against what was built.
import { ensureBrowser } from './browser.mjs'
import { checks, runAndTell, slowChecks } from './lib/quality.mjs'
import { stopUnlessReady } from './lib/ready.mjs'

stopUnlessReady()

try {
  process.env.CHROMIUM_PATH = ensureBrowser(console.log)
  console.log(`Chromium: ${process.env.CHROMIUM_PATH}`)
} catch (fault) {
  // The tests that need it fail and are counted; the rest still tell what they find.
  console.error(fault instanceof Error ? fault.message : fault)
}

await runAndTell([...checks({ quick: false }), ...slowChecks])
