import { expect, it } from 'vitest'
import { lagUuid, uuidv7 } from '../../src/sync/id.ts'

const nuller = (b: Uint8Array<ArrayBuffer>) => b.fill(0)

it('en uuidv7 har versjon, variant og tiden først (eksempelet i RFC 9562, A.6)', () => {
  const tilfeldig = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidv7(0x017f22e279b0, tilfeldig)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

it('id-er fra samme kilde stiger alltid, også i samme millisekund og når klokka går bakover', () => {
  let tid = 1000
  const uuid = lagUuid(() => tid, nuller)
  const alle = Array.from({ length: 10_000 }, (_, i) => {
    if (i % 3000 === 2999) tid -= 500
    if (i % 1000 === 999) tid += 1
    return uuid()
  })
  expect([...alle].sort()).toEqual(alle)
  expect(new Set(alle).size).toBe(alle.length)
})
