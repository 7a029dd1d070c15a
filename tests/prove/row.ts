/** One row of the table in docs/maalinger.md: what is tried, how much of it, and what came of it. */
export interface Row {
  /** As `--only` knows it. */
  name: string
  /** What holds when the row is green. */
  title: string
  run(how: How): Promise<Outcome>
}

export interface How {
  quick: boolean
  /** Run this seed alone. */
  seed: number | null
  /** How many of whatever the row counts, instead of its own size. */
  count: number | null
  /** Stop after so many minutes, and tell how far it came. */
  minutes: number | null
  say: (line: string) => void
}

export interface Outcome {
  ok: boolean
  /** What was reached, in a few words; with faults, how to see the first one again. */
  figures: string
}

export const sized = (how: How, quick: number, full: number): number => how.count ?? (how.quick ? quick : full)
export const deadline = (how: Pick<How, 'minutes'>): number =>
  how.minutes === null ? Infinity : Date.now() + how.minutes * 60_000
