import type { Json } from './op.ts'

/** Whether two JSON values say the same; the order of an object's keys does not count. */
export function like(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((x, i) => like(x, b[i]))
  if (Array.isArray(b)) return false
  const n = Object.keys(a)
  return n.length === Object.keys(b).length && n.every((k) => Object.hasOwn(b, k) && like(a[k], b[k]))
}
