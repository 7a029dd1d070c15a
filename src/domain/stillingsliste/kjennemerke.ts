/**
 * A short mark for a text, by which it is known again without being kept: 53 bits, in 11 characters.
 *
 * Two rounds of a multiplicative hash (cyrb53, public domain). Not a secret: it only sees to it that no words are stored.
 */
export function kjennemerke(tekst: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < tekst.length; i++) {
    const tegn = tekst.charCodeAt(i)
    a = Math.imul(a ^ tegn, 2654435761)
    b = Math.imul(b ^ tegn, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
