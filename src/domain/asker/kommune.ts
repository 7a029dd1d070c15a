/** The municipality that this installation is built for. */
export const KOMMUNE = { id: 'asker', navn: 'Asker kommune', kortnavn: 'Asker' } as const
