/** A start that cannot go on: what is wrong and what to do, in one sentence, with its code. */
export class StartFeil extends Error {
  constructor(
    readonly kode: string,
    tekst: string,
    options?: ErrorOptions,
  ) {
    super(tekst, options)
    this.name = 'StartFeil'
  }
}

/** What a fault says. A refused connection to a name with several addresses says nothing itself. */
export const why = (e: unknown): string =>
  e instanceof AggregateError ? e.errors.map(why).join('; ') : e instanceof Error ? e.message : String(e)
