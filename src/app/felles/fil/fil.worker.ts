import { filfeil } from './filfeil.ts'
import { lesFil, lesLimt } from './lesFil.ts'

/** Reads one list beside the page, which never stands still. */
addEventListener('message', ({ data }: MessageEvent<Blob | string>) => {
  void (async () => {
    try {
      postMessage(typeof data === 'string' ? lesLimt(data) : await lesFil(data))
    } catch (aarsak) {
      console.error(aarsak)
      postMessage(filfeil('avbrutt'))
    }
  })()
})
