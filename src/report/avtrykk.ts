/** A short print of some content: two that differ have different ones, but for one in some thousand millions. To see that it has been changed, not to prove who did. */
export function avtrykk(innhold: unknown): string {
  const tekst = JSON.stringify(innhold)
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < tekst.length; i++) {
    const tegn = tekst.charCodeAt(i)
    a = Math.imul(a ^ tegn, 2654435761)
    b = Math.imul(b ^ tegn, 1597334677)
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`
}
