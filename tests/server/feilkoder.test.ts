import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const rows = [...readFileSync(inRoot('docs/feilkoder.md'), 'utf8').matchAll(/^\| (HH-\d{3}) \|/gm)].map((m) => m[1])

const filesUnder = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(dir, name))

test('hver kode serveren svarer med, står forklart i docs/feilkoder.md', () => {
  const used = filesUnder(inRoot('src/server')).flatMap((file) => readFileSync(file, 'utf8').match(/HH-\d{3}/g) ?? [])
  expect([...new Set(used)].filter((code) => !rows.includes(code)).sort()).toEqual([])
})

test('en kode har bare én forklaring', () => {
  expect(rows.filter((code, i) => rows.indexOf(code) !== i)).toEqual([])
})
