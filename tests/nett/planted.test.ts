import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/house.mjs'
import { SMALL } from '../prove/build.ts'
import { planted } from '../prove/planted/faults.ts'

/** `npm run prove` plants faults in the shipped source. Here only that each still has its place: else nobody finds out before the proof is run. */

test.each([...planted, ...SMALL])('$file has once what is exchanged: $from', ({ file, from }) => {
  expect(readFileSync(inRoot(file), 'utf8').split(from)).toHaveLength(2)
})
