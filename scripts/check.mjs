// npm run check: the quick part of npm test. Types, lint, unit tests, import rules and format, two at a time.
import { checks, runAndTell } from './lib/quality.mjs'
import { stopUnlessReady } from './lib/ready.mjs'

stopUnlessReady()
await runAndTell(checks({ quick: true }))
