/** Counts tries per key in a window of time. Kept in memory: a restart forgives, and one server has one memory. */
export interface Limiter {
  /** Takes a try: 0 when there was one left, else the milliseconds until there is. */
  take(key: string): number
  /** Gives the tries back: it was the right person after all. */
  forgive(key: string): void
}

const MANY_KEYS = 10_000

/** At most `max` tries per key in each window, which starts at the key's first try. */
export function createLimiter({ max, windowMs, now }: { max: number; windowMs: number; now: () => number }): Limiter {
  const windows = new Map<string, { tries: number; ends: number }>()
  const sweep = (t: number) => {
    for (const [key, w] of windows) if (w.ends <= t) windows.delete(key)
    // An attacker with endless addresses pushes out the oldest rather than filling the memory.
    for (const key of windows.keys()) {
      if (windows.size < MANY_KEYS) break
      windows.delete(key)
    }
  }
  return {
    take(key) {
      const t = now()
      if (windows.size >= MANY_KEYS) sweep(t)
      let w = windows.get(key)
      if (w === undefined || w.ends <= t) {
        w = { tries: 0, ends: t + windowMs }
        windows.set(key, w)
      }
      w.tries++
      return w.tries <= max ? 0 : w.ends - t
    },
    forgive: (key) => void windows.delete(key),
  }
}
