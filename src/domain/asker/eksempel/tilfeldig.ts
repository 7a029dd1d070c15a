/** The same «chance» figure for the same key, always: FNV-1a of the key, then one round of mulberry32. From 0 up to, not including, 1. */
export function tilfeldig(noekkel: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < noekkel.length; i++) h = Math.imul(h ^ noekkel.charCodeAt(i), 0x01000193)
  h = (h + 0x6d2b79f5) | 0
  let t = Math.imul(h ^ (h >>> 15), 1 | h)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
