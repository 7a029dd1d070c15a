import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OMREGNINGER, TREDELT, UKETIMER, type Konstant } from '../../src/domain/helgekonstanter.ts'
import { skrivKort } from '../../src/domain/tallformat.ts'

const kilder = readFileSync(new URL('../../docs/kilder.md', import.meta.url), 'utf8')
const konstanter: readonly Konstant[] = [...Object.values(UKETIMER), ...OMREGNINGER, ...Object.values(TREDELT)]

test('hver konstant har navn og kilde', () => {
  for (const k of konstanter) {
    expect(k.navn).not.toBe('')
    expect(k.kilde).not.toBe('')
  }
})

test('uketimer, omregninger og nattetimer står i kilder.md', () => {
  const hele = konstanter.filter((k) => k.verdi >= 1)
  for (const k of hele) expect(kilder).toContain(skrivKort(k.verdi).replace('\u00a0', ' '))
})
