import { describe, expect, test } from 'vitest'
import { openTestPostgres } from '../support/dialects.ts'
import { writeAndRead } from '../support/writers.ts'

/** `HH_ENDRINGER=1000000` runs it at full size. */
const CHANGES = Number(process.env.HH_ENDRINGER ?? 3000)
const HOURS = 3_600_000

describe('seksten som skriver på én gang, gjennom tre servere på én database', () => {
  test('ingen endring blir hoppet over av den som leser', { timeout: 6 * HOURS }, async () => {
    const { open } = await openTestPostgres()
    const found = await writeAndRead({ open, changes: CHANGES, push: CHANGES > 100_000 ? 60 : 5 })
    console.log('with the lock', found)
    expect(found).toMatchObject({ written: CHANGES, skipped: 0, whole: true })
  })

  test('uten låsen finner prøven at noe blir hoppet over', { timeout: 6 * HOURS }, async () => {
    const { open } = await openTestPostgres()
    const found = await writeAndRead({ open, changes: Math.min(CHANGES, 3000), withoutLock: true })
    console.log('without the lock', found)
    expect(found.written).toBe(Math.min(CHANGES, 3000))
    expect(found.skipped).toBeGreaterThan(0)
  })
})
