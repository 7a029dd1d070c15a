/** Versions of what device and server say to each other, and of the tables' schemas (docs/sync.md). */
export const PROTOKOLL = 1
export const SKJEMAVERSJON = 1
