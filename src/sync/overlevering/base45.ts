/** Base45 (RFC 9285): bytes in the 45 characters that a QR code packs tightest, two bytes to three characters. */

const TEGN = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const VERDI = new Map([...TEGN].map((t, i) => [t, i]))

export function tilBase45(bytes: Uint8Array): string {
  let ut = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const to = i + 1 < bytes.length
    let n = to ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!
    for (let k = to ? 3 : 2; k > 0; k--) {
      ut += TEGN[n % 45]
      n = Math.floor(n / 45)
    }
  }
  return ut
}

/** `null` where the text is not Base45. */
export function fraBase45(tekst: string): Uint8Array | null {
  if (tekst.length % 3 === 1) return null
  const ut: number[] = []
  for (let i = 0; i < tekst.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => (i + k < tekst.length ? VERDI.get(tekst[i + k]!) : 0))
    if (a === undefined || b === undefined || c === undefined) return null
    const n = a + 45 * b + 2025 * c
    const to = i + 2 < tekst.length
    if (n > (to ? 0xffff : 0xff)) return null
    if (to) ut.push(n >> 8)
    ut.push(n & 0xff)
  }
  return Uint8Array.from(ut)
}
