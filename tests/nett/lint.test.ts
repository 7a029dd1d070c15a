import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

/** The third net bites: each planted fault is found, by the rule that is meant for it, in the file where it matters. */

const eslint = new ESLint({
  // Types need a file on disk; tests/nett/typed.test.ts plants those.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } }, rules: typedRulesOff() },
})

function typedRulesOff() {
  const typed = ['await-thenable', 'no-floating-promises', 'no-misused-promises', 'switch-exhaustiveness-check']
  return Object.fromEntries(typed.map((rule) => [`@typescript-eslint/${rule}`, 'off' as const]))
}

async function findings(filePath: string, text: string) {
  const [result] = await eslint.lintText(text, { filePath })
  return result!.messages.map(({ ruleId }) => ruleId)
}

const component = (template: string, script = '') =>
  `<script setup lang="ts">\n${script}\n</script>\n<template>${template}</template>\n`

test.each([
  ['src/domain/x.ts', 'export const år = 1', 'no-restricted-syntax'],
  ['src/app/x.ts', 'export const rad = { størrelse: 1 }', 'no-restricted-syntax'],
  ['src/server/x.ts', 'export class X { #æra = 1; les() { return this.#æra } }', 'no-restricted-syntax'],
  ['src/domain/x.ts', "export { y } from './y'", 'no-restricted-syntax'],
  ['src/app/x.ts', "export const Page = () => import('./oversikt/OversiktPage')", 'no-restricted-syntax'],
  ['src/domain/x.ts', 'export const naa = () => Date.now()', 'no-restricted-globals'],
  ['src/sync/x.ts', 'export const naa = () => new Date()', 'no-restricted-globals'],
  ['src/report/x.ts', 'export const t = () => performance.now()', 'no-restricted-globals'],
  ['src/domain/x.ts', 'export const id = () => Math.random()', 'no-restricted-properties'],
  ['src/sync/x.ts', 'export const id = () => crypto.randomUUID()', 'no-restricted-globals'],
  ['src/sync/x.ts', 'export const naa = () => globalThis.Date.now()', 'no-restricted-properties'],
  ['src/domain/x.ts', "export const hent = () => fetch('/api/health')", 'no-restricted-globals'],
  ['src/app/x.ts', "console.log('her')", 'no-console'],
  ['src/data/x.ts', "console.log('her')", 'no-console'],
  ['src/domain/x.ts', 'export const f = (a: any) => a', '@typescript-eslint/no-explicit-any'],
  ['src/domain/x.ts', '// @ts-ignore\nexport const f = 1', '@typescript-eslint/ban-ts-comment'],
  ['tests/domain/x.test.ts', "it.skip('noe', () => {})", 'no-restricted-properties'],
  ['tests/domain/x.test.ts', "vi.mock('../../src/domain/dato.ts')", 'no-restricted-properties'],
])('%s: «%s» stops', async (file, text, rule) => {
  expect(await findings(file, `${text}\n`)).toContain(rule)
})

test.each([
  ['<p style="color: red">Hei</p>', 'vue/no-static-inline-styles'],
  ['<button>Lagre</button>', 'vue/html-button-has-type'],
  ['<p v-html="tekst" />', 'vue/no-v-html'],
  ['<p>{{ år }}</p>', 'vue/no-restricted-syntax'],
])('a template with %s stops', async (template, rule) => {
  expect(await findings('src/app/oversikt/X.vue', component(template))).toContain(rule)
})

test('a component in JavaScript stops', async () => {
  expect(await findings('src/app/ui/X.vue', '<script setup></script>\n<template><p>Hei</p></template>\n')).toContain(
    'vue/block-lang',
  )
})

test('no file can switch a rule off', async () => {
  const text = '/* eslint-disable no-restricted-globals */\nexport const naa = () => Date.now()\n'
  expect(await findings('src/domain/x.ts', text)).toContain('no-restricted-globals')
})

test.each([
  ['src/domain/dato.ts', 'export const dag = (ms: number) => new Date(ms).getUTCDate()\n'],
  ['src/server/main.ts', "console.log('Klar', Date.now())\n"],
  ['src/app/ui/X.vue', component('<p :style="{ width: bredde }">Hei</p>', "const bredde = '1rem'")],
])('%s may do what the others may not', async (file, text) => {
  expect(await findings(file, text)).toEqual([])
})
