import type { Keep } from './folder.ts'

/** Reads «14+12»: days and months. `null` where it is something else. */
export function readKeep(text: string): Keep | null {
  const m = /^(\d{1,4})\+(\d{1,4})$/.exec(text.trim())
  return m === null || Number(m[1]) < 1 ? null : { days: Number(m[1]), months: Number(m[2]) }
}
