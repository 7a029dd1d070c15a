import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The lint rules that read types need files on disk: a small house is planted, and its faults are found. */

const root = resolve(import.meta.dirname, '../..')

const planted: [file: string, text: string, rule: string | undefined][] = [
  [
    'src/data/glemt.ts',
    'declare function lagre(): Promise<void>\nexport const f = () => {\n  lagre()\n}\n',
    'no-floating-promises',
  ],
  [
    'src/data/ventet.ts',
    'declare function lagre(): Promise<void>\nexport const f = async () => {\n  await lagre()\n}\n',
    undefined,
  ],
  [
    'src/app/Glemt.vue',
    '<script setup lang="ts">\nasync function lagre() {}\nlagre()\n</script>\n<template><p>Hei</p></template>\n',
    'no-floating-promises',
  ],
  [
    'src/server/alltid.ts',
    'declare function maa(): Promise<boolean>\nexport const f = () => (maa() ? 1 : 2)\n',
    'no-misused-promises',
  ],
  [
    'src/server/glemt.ts',
    "export function f(a: 'op' | 'ned') {\n  switch (a) {\n    case 'op':\n      return 1\n  }\n  return 2\n}\n",
    'switch-exhaustiveness-check',
  ],
]

let house: string
let results: ESLint.LintResult[]

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'hus-'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  cpSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))
  for (const floor of ['domain', 'sync', 'report', 'data', 'server', 'app']) {
    mkdirSync(join(house, 'src', floor), { recursive: true })
    cpSync(join(root, 'src', floor, 'tsconfig.json'), join(house, 'src', floor, 'tsconfig.json'))
  }
  for (const [file, text] of planted) writeFileSync(join(house, file), text)
  results = await new ESLint({ cwd: house, overrideConfigFile: join(root, 'eslint.config.js') }).lintFiles(['src'])
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(planted)('%s: «%s» gives %s', (file, _text, rule) => {
  const messages = results.find(({ filePath }) => filePath === join(house, file))!.messages
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(rule === undefined ? [] : [`@typescript-eslint/${rule}`])
})
