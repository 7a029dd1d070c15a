/**
 * What a device works with once its rows can be read: the sync loop and writing. Fetched after the first
 * page stands, or at once when it is needed (`openDevice.ts`).
 */
export { glemMerke } from './mark.ts'
export { enhetsnavn } from './devicename.ts'
export { stellOverlevering } from './overlevering/meld.ts'
export { sePaaNytt } from './reexamine.ts'
export { medGjenaapning } from './reopen.ts'
export { startLoekke } from './syncLoop.ts'
export { skriv } from './write.ts'
