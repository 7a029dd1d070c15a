/**
 * A uuidv7 (RFC 9562): 48 bits of time, then 74 random bits, so that ids sort by the moment they were made.
 *
 * @param ms milliseconds since 1970 @param tilfeldig 10 random bytes
 */
export function uuidv7(ms: number, tilfeldig: Uint8Array): string {
  const b = new Uint8Array(16)
  let t = Math.max(0, Math.floor(ms))
  for (let i = 5; i >= 0; i--) {
    b[i] = t % 256
    t = Math.floor(t / 256)
  }
  b.set(tilfeldig.subarray(0, 10), 6)
  b[6] = 0x70 | (b[6]! & 0x0f)
  b[8] = 0x80 | (b[8]! & 0x3f)
  const hex = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Ids in strictly rising order from one source, also within one millisecond and when the clock steps back. */
export function lagUuid(
  naa: () => number,
  tilfeldig: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): () => string {
  let sist = 0
  let teller = 0
  return () => {
    const ms = naa()
    if (ms > sist) {
      sist = ms
      teller = 0
    } else if (++teller > 0xfff) {
      sist += 1
      teller = 0
    }
    const r = tilfeldig(new Uint8Array(10))
    r[0] = teller >> 8
    r[1] = teller & 0xff
    return uuidv7(sist, r)
  }
}
