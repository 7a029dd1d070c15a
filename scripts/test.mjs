// npm test: everything. The checks, the tests in a real Chromium and on a real PostgreSQL, the build, and the end-to-end tests against what was built.
import { ensureBrowser } from './browser.mjs'
import { checks, runAndTell, slowChecks } from './lib/quality.mjs'
import { stopUnlessReady } from './lib/ready.mjs'
import { ensureLibreOffice } from './libreoffice.mjs'
import { ensurePostgres } from './postgres.mjs'

stopUnlessReady()

// What cannot be had makes the tests that need it fail, and they are counted; the rest still tell what they find.
try {
  process.env.CHROMIUM_PATH = ensureBrowser(console.log)
  console.log(`Chromium: ${process.env.CHROMIUM_PATH}`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
}
try {
  process.env.POSTGRES_BIN = ensurePostgres(console.log)
  console.log(`PostgreSQL: ${process.env.POSTGRES_BIN}`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
}
try {
  process.env.LIBREOFFICE_PATH = ensureLibreOffice(console.log)
  console.log(`LibreOffice: ${process.env.LIBREOFFICE_PATH}`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
}

await runAndTell([...checks({ quick: false }), ...slowChecks])
