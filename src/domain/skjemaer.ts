import { erTabell, tabeller, type Skjema, type SkjemaFor, type Tabellnavn } from './tabeller.ts'

/** The tables' schemas as they are at hand: the first ones always, a late one when somebody has fetched it. */

const hentet = new Map<Tabellnavn, Skjema>()

/** A late table's schema is needed and has not been fetched. */
export class SkjemaMangler extends Error {
  override name = 'SkjemaMangler'
  constructor(readonly tabell: Tabellnavn) {
    super(`The schema of ${tabell} has not been fetched`)
  }
}

/** The schema. Throws `SkjemaMangler` where it is late and has not been fetched: see `medSkjemaer`. */
export function skjemaFor<T extends Tabellnavn>(type: T): SkjemaFor<T> {
  const { skjema } = tabeller[type]
  const funnet = typeof skjema === 'function' ? hentet.get(type) : skjema
  if (funnet === undefined) throw new SkjemaMangler(type)
  return funnet as SkjemaFor<T>
}

/** Fetches the late schemas among the named tables; names that are no table's are passed over. */
export async function hentSkjemaer(typer: Iterable<string>): Promise<void> {
  const mangler = [...new Set(typer)].filter(erTabell).filter((type) => !erHentet(type))
  await Promise.all(
    mangler.map(async (type) => {
      const { skjema } = tabeller[type]
      if (typeof skjema === 'function') hentet.set(type, await skjema())
    }),
  )
}

/** Whether the table's schema is at hand. */
export const erHentet = (type: Tabellnavn): boolean => typeof tabeller[type].skjema !== 'function' || hentet.has(type)

/**
 * Runs `gjoer`; where it meets a row of a late table, fetches that schema and runs the whole of it again. So nothing that is done
 * to many kinds of rows has to know beforehand which ones. Only for what may be run twice: one transaction, or a reading.
 */
export async function medSkjemaer<R>(gjoer: () => Promise<R>): Promise<R> {
  for (;;) {
    try {
      return await gjoer()
    } catch (e) {
      if (!(e instanceof SkjemaMangler)) throw e
      await hentSkjemaer([e.tabell])
    }
  }
}
