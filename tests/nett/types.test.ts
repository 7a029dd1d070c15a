import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The first net bites: a floor's own tsconfig knows neither the world nor the floors beside and above it. */

const root = resolve(import.meta.dirname, '../..')
const floors = ['domain', 'sync', 'report', 'data', 'server', 'app']

const planted: [file: string, text: string, error: string][] = [
  ['src/domain/a.ts', 'export const tittel = document.title', "Cannot find name 'document'"],
  ['src/domain/b.ts', 'export const hent = () => fetch("/")', "Cannot find name 'fetch'"],
  ['src/domain/c.ts', 'export { ok } from "../sync/ok.ts"', 'is not listed within the file list of project'],
  ['src/sync/a.ts', 'export const port = process.env.PORT', "Cannot find name 'process'"],
  ['src/report/a.ts', 'export { ok } from "../sync/ok.ts"', 'is not listed within the file list of project'],
  ['src/data/a.ts', 'export { ok } from "../report/ok.ts"', 'is not listed within the file list of project'],
  ['src/server/a.ts', 'export const tittel = document.title', "Cannot find name 'document'"],
  ['src/server/b.ts', 'export { ok } from "../data/ok.ts"', 'is not listed within the file list of project'],
  ['src/app/a.ts', 'export const port = process.env.PORT', "Cannot find name 'process'"],
  ['src/app/b.ts', 'export { ok } from "../server/ok.ts"', 'is not listed within the file list of project'],
  [
    'src/app/C.vue',
    '<script setup lang="ts">\nconst n: number = "en"\n</script>\n<template>{{ n }}</template>',
    'is not assignable',
  ],
  [
    'src/app/D.vue',
    '<script setup lang="ts">\nconst n = 1\n</script>\n<template>{{ n }} {{ m }}</template>',
    "'m' does not exist",
  ],
]

let house: string
let output: string

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'hus-'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  cpSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))
  for (const floor of floors) {
    mkdirSync(join(house, 'src', floor), { recursive: true })
    cpSync(join(root, 'src', floor, 'tsconfig.json'), join(house, 'src', floor, 'tsconfig.json'))
    writeFileSync(join(house, 'src', floor, 'ok.ts'), 'export const ok = true\n')
  }
  for (const [file, text] of planted) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${text}\n`)
  }
  const references = floors.map((floor) => ({ path: `./src/${floor}` }))
  writeFileSync(join(house, 'tsconfig.json'), JSON.stringify({ files: [], references }))
  const vueTsc = join(root, 'node_modules/vue-tsc/bin/vue-tsc.js')
  const args = [vueTsc, '--build', '--pretty', 'false']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: house, maxBuffer: 1e8 }).catch(
    (ended) => ended,
  )
  output = stdout
}, 120_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(planted)('%s: «%s» does not compile', (file, _text, error) => {
  const lines = output.split('\n').filter((line) => line.startsWith(`${file}(`))
  expect(lines.join('\n')).toContain(error)
})

test('nothing else in the small house is a fault', () => {
  const faulty = new Set(output.match(/^src\/[^(]+/gm))
  expect(faulty).toEqual(new Set(planted.map(([file]) => file)))
})

test('every floor is among those that vue-tsc --build reads', () => {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as {
    references: { path: string }[]
  }
  const onDisk = readdirSync(join(root, 'src')).map((floor) => `./src/${floor}`)
  expect(references.map(({ path }) => path)).toEqual(expect.arrayContaining(onDisk))
})
