import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** A code that a person may meet is explained, wherever in the house it is said: domain and sync refuse too, not the server alone. */

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const explained = [
  ...readFileSync(inRoot('docs/feilkoder.md'), 'utf8').matchAll(/^\| (HH-\d{3}) \| (.+) \| (.+) \|$/gm),
]

const said = readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name))
  .flatMap((name) => readFileSync(join(inRoot('src'), name), 'utf8').match(/HH-\d{3}/g) ?? [])

test('hver kode i koden står i docs/feilkoder.md, med hva som skjedde og hva man gjør', () => {
  const codes = explained.map(([, code]) => code)
  expect([...new Set(said)].filter((code) => !codes.includes(code)).sort()).toEqual([])
  expect(said.length).toBeGreaterThan(40)
})

test('hver kode er forklart én gang, i rekkefølge', () => {
  const codes = explained.map(([, code]) => code)
  expect(codes).toEqual([...new Set(codes)].sort())
})
