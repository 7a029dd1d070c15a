import fc from 'fast-check'

/** What can happen, as data: so that a run can be printed, repeated and made smaller. */

/** What the network does to a request. `hold…` keeps it on the way until it is let go. */
export const FATES = ['whole', 'lost', 'answerLost', 'twice', 'late', 'holdQuestion', 'holdAnswer', 'crash'] as const
export type Fate = (typeof FATES)[number]

export type Op =
  | { do: 'edit'; who: number; tab: number; space: number; row: number; field: number; value: number }
  | { do: 'word'; who: number; tab: number; space: number }
  | { do: 'pair'; who: number; tab: number; space: number; forbidden: boolean }
  | { do: 'delete'; who: number; tab: number; space: number; row: number; deleted: boolean }
  | { do: 'undo'; who: number }
  | { do: 'again'; who: number; keep: boolean }
  | { do: 'poison'; who: number; space: number; row: number }
  | { do: 'misplaced'; who: number; space: number }

export type Event =
  | { do: 'sync'; who: number; tab: number; fate: Fate; at: number; only: boolean }
  | { do: 'together'; who: number; value: number }
  | { do: 'handOver'; who: number; to: number }
  | { do: 'deliver'; who: number; fate: Fate }
  | { do: 'letGo' }
  | { do: 'time'; ms: number }
  | { do: 'clock'; who: number; ms: number }
  | { do: 'reopen'; who: number; writing: boolean }
  | { do: 'copyServer'; verified: boolean }
  | { do: 'restoreServer'; which: number }
  | { do: 'copyDevice'; who: number }
  | { do: 'restoreDevice'; who: number }
  | { do: 'cloneDevice'; from: number; to: number }
  | { do: 'grant'; who: number }
  | { do: 'move' }
  | { do: 'revoke'; who: number }
  | { do: 'decide'; which: number; letIn: boolean }

/** One thing a person does, and what happens around it. */
export type Step = { op: Op; events: Event[] }

export interface Profile {
  devices: number
  /** The most that happens around one thing that a person does. */
  events: number
  /** How often, beside 100 syncs: copies and restores of the server, and of devices. */
  restores: number
  clones: number
  grants: number
}

export const SPACES = ['unit:bondihagen', 'unit:hurum', 'unit:tpf1', 'project'] as const
const DAY = 86_400_000

export function steps({ devices, events, restores, clones, grants }: Profile): fc.Arbitrary<Step> {
  const who = fc.nat(devices - 1)
  const tab = fc.nat(1)
  // Most meet in one space.
  const space = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(SPACES.length - 1) })
  const row = fc.nat(3)
  const w = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })
  const is = <T extends string>(name: T) => fc.constant(name)
  const op: fc.Arbitrary<Op> = fc.oneof(
    w(40, fc.record({ do: is('edit'), who, tab, space, row, field: fc.nat(3), value: fc.nat(4) })),
    w(10, fc.record({ do: is('word'), who, tab, space })),
    w(10, fc.record({ do: is('pair'), who, tab, space, forbidden: fc.nat(9).map((n) => n === 0) })),
    w(8, fc.record({ do: is('delete'), who, tab, space, row, deleted: fc.boolean() })),
    w(6, fc.record({ do: is('undo'), who })),
    w(6, fc.record({ do: is('again'), who, keep: fc.boolean() })),
    w(2, fc.record({ do: is('poison'), who, space, row })),
    w(2, fc.record({ do: is('misplaced'), who, space })),
  )
  const skew = fc.constantFrom(0, 1000, -1000, 300_000, -300_000, 7_200_000, -7_200_000, 30 * DAY, -30 * DAY)
  const fate = fc.oneof(w(5, fc.constant<Fate>('whole')), w(5, fc.constantFrom(...FATES)))
  const event: fc.Arbitrary<Event> = fc.oneof(
    w(100, fc.record({ do: is('sync'), who, tab, fate, at: fc.nat(2), only: fc.nat(3).map((n) => n === 0) })),
    w(10, fc.record({ do: is('together'), who, value: fc.nat(4) })),
    w(15, fc.record({ do: is('letGo') })),
    w(8, fc.record({ do: is('handOver'), who, to: who })),
    w(8, fc.record({ do: is('deliver'), who, fate })),
    w(10, fc.record({ do: is('time'), ms: fc.constantFrom(1, 1000, 60_000, 3_600_000, DAY) })),
    w(8, fc.record({ do: is('clock'), who, ms: skew })),
    w(8, fc.record({ do: is('reopen'), who, writing: fc.boolean() })),
    ...(restores > 0
      ? [
          w(restores, fc.record({ do: is('copyServer'), verified: fc.boolean() })),
          w(restores, fc.record({ do: is('restoreServer'), which: fc.nat(3) })),
        ]
      : []),
    ...(clones > 0
      ? [
          w(clones, fc.record({ do: is('copyDevice'), who })),
          w(clones, fc.record({ do: is('restoreDevice'), who })),
          w(clones, fc.record({ do: is('cloneDevice'), from: who, to: who })),
        ]
      : []),
    ...(grants > 0
      ? [
          w(grants, fc.record({ do: is('grant'), who })),
          w(grants, fc.record({ do: is('move') })),
          w(Math.ceil(grants / 8), fc.record({ do: is('revoke'), who })),
          w(Math.ceil(grants / 4), fc.record({ do: is('decide'), which: fc.nat(3), letIn: fc.boolean() })),
        ]
      : []),
  )
  return fc.record({ op, events: fc.array(event, { maxLength: events }) })
}

/** The same steps for the same seed, as many as asked for. */
export const stepsOf = (seed: number, count: number, profile: Profile): Step[] =>
  fc.sample(steps(profile), { seed, numRuns: count })
