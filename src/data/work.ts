/**
 * What a device works with once its rows can be read: the sync loop, writing, and what was sent back. Fetched after the first
 * page stands, or at once when it is needed (`openDevice.ts`).
 */
export { enhetsnavn } from './devicename.ts'
export { hentHistorikk } from './history.ts'
export { sePaaNytt } from './reexamine.ts'
export { medGjenaapning } from './reopen.ts'
export { leggBort, lesTilbakesendte, somNyEndring } from './returned.ts'
export { startLoekke } from './syncLoop.ts'
export { skriv } from './write.ts'
