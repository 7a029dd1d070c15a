import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import config from '../../.dependency-cruiser.cjs'

/** The second net bites: a small house with one forbidden import for each rule, and every rule finds its own. */

const root = resolve(import.meta.dirname, '../..')
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Violation {
  rule: { name: string }
  from: string
}

async function cruise(cwd: string): Promise<Violation[]> {
  const args = [depcruise, 'src', 'tests', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 1e8 }).catch((ended) => ended)
  return JSON.parse(stdout).summary.violations
}

const planted: [file: string, text: string, rule: string][] = [
  ['src/domain/a.ts', "import '../sync/ok.ts'", 'domain-stands-alone'],
  ['src/domain/b.ts', "import 'dexie'", 'domain-stands-alone'],
  ['src/domain/c.ts', "import 'node:fs'", 'no-node-below-the-server'],
  ['src/sync/a.ts', "import '../data/device.ts'", 'sync-knows-domain'],
  ['src/report/a.ts', "import '../sync/ok.ts'", 'report-knows-domain'],
  ['src/data/a.ts', "import '../report/ok.ts'", 'data-is-the-device'],
  ['src/data/b.ts', "import 'vue'", 'data-is-the-device'],
  ['src/server/a.ts', "import '../data/device.ts'", 'server-is-the-server'],
  ['src/server/b.ts', "import type { X } from '../app/ui/ok.ts'\nexport type Y = X", 'server-is-the-server'],
  ['src/app/oversikt/a.ts', "import '../../sync/ok.ts'", 'app-imports'],
  ['src/app/oversikt/b.ts', "import '../../server/ok.ts'", 'app-imports'],
  ['src/app/oversikt/c.ts', "import '../../data/ok.ts'", 'one-door-to-the-device'],
  ['src/app/oversikt/d.ts', "import '../enhet/ok.ts'", 'a-screen-keeps-to-itself'],
  [
    'src/app/oversikt/E.vue',
    '<script setup lang="ts">\nimport \'../enhet/ok.ts\'\n</script>',
    'a-screen-keeps-to-itself',
  ],
  ['src/app/oversikt/f.ts', "export const f = () => import('../enhet/ok.ts')", 'a-screen-keeps-to-itself'],
  ['src/app/ui/a.ts', "import '../../domain/ok.ts'", 'ui-knows-no-trade'],
  ['src/app/ui/b.ts', "import '../stores/ok.ts'", 'ui-knows-no-trade'],
  ['src/app/felles/a.ts', "import '../enhet/ok.ts'", 'the-kit-knows-no-screen'],
  ['src/app/stores/a.ts', "import 'dexie'", 'dexie-only-in-data'],
  ['src/app/enhet/a.ts', "import 'hono'", 'server-packages-only-in-server'],
  ['src/report/b.ts', "import 'kysely'", 'server-packages-only-in-server'],
  ['src/server/c.ts', "import '../../tests/support/ok.ts'", 'no-tests-in-the-product'],
  ['src/domain/ring1.ts', "import './ring2.ts'", 'no-circular'],
  ['src/domain/d.ts', "import './nowhere.ts'", 'not-found'],
  ['src/app/oversikt/g.ts', "import 'magic-string'", 'only-declared-packages'],
]

const allowed: [file: string, text: string][] = [
  ['src/domain/ring2.ts', "import './ring1.ts'"], // told once, where the ring begins
  ['src/domain/ok.ts', "import 'valibot'"],
  ['src/sync/ok.ts', "import '../domain/ok.ts'"],
  ['src/report/ok.ts', "import '../domain/ok.ts'"],
  ['src/data/device.ts', "import '../domain/ok.ts'\nimport '../sync/ok.ts'"],
  ['src/data/ok.ts', "import 'dexie'"],
  [
    'src/server/ok.ts',
    "import 'kysely'\nimport 'hono'\nimport 'node:fs'\nimport '../sync/ok.ts'\nimport '../domain/ok.ts'",
  ],
  ['src/app/main.ts', "import '../data/ok.ts'\nimport './oversikt/ok.ts'"],
  ['src/app/ui/ok.ts', "import 'vue'\nimport '../texts/ok.ts'"],
  ['src/app/texts/ok.ts', 'export {}'],
  ['src/app/felles/ok.ts', "import '../ui/ok.ts'\nimport '../../domain/ok.ts'"],
  ['src/app/stores/ok.ts', "import '../../data/ok.ts'"],
  ['src/app/composables/ok.ts', "import '../../data/device.ts'"],
  ['src/app/enhet/ok.ts', "import '../../report/ok.ts'\nimport '../felles/ok.ts'"],
  [
    'src/app/oversikt/ok.ts',
    ['ui', 'felles', 'stores', 'composables', 'texts'].map((folder) => `import '../${folder}/ok.ts'`).join('\n'),
  ],
  ['tests/support/ok.ts', "import '../../src/domain/ok.ts'\nimport 'fast-check'\nimport 'node:fs'"],
]

let house: string
let found: Violation[]

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'hus-'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const file of ['package.json', 'tsconfig.base.json'])
    writeFileSync(join(house, file), readFileSync(join(root, file)))
  for (const [file, text] of [...planted, ...allowed]) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${text}\n`)
  }
  found = await cruise(house)
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(planted)('%s: «%s» stops', (file, _text, rule) => {
  expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule)
})

test.each(allowed)('%s may import what it imports', (file) => {
  expect(found.filter(({ from }) => from === file)).toEqual([])
})

test('every rule says what to do instead, and is shown here to bite', () => {
  const forbidden = config.forbidden ?? []
  for (const rule of forbidden) expect(rule.comment?.length, rule.name).toBeGreaterThan(40)
  expect(new Set(planted.map(([, , rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)))
})

test('the source follows every rule', async () => {
  expect((await cruise(root)).map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([])
}, 60_000)
