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
