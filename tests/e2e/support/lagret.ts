import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'

/** All that a browser keeps for the app, and all that it has sent: to look for what must not be there. */

/** Everything sent from now on: addresses, headers and bodies. */
export function sendtFra(enhet: BrowserContext): string[] {
  const sendt: string[] = []
  enhet.on('request', (r) => {
    sendt.push(`${r.method()} ${r.url()} ${JSON.stringify(r.headers())} ${r.postDataBuffer()?.toString('utf8') ?? ''}`)
  })
  return sendt
}

/** Every record of every IndexedDB database, Web Storage, cookies, and every file of the caches that is not part of the app. */
export const lagretI = (side: Page): Promise<string> =>
  side.evaluate(async () => {
    const deler: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
    ]
    const loefte = <T>(r: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        r.onsuccess = () => done(r.result)
        r.onerror = () => fail(r.error ?? new Error('IndexedDB'))
      })
    for (const { name } of await indexedDB.databases()) {
      const db = await loefte(indexedDB.open(name!))
      for (const lager of db.objectStoreNames) {
        const s = db.transaction(lager).objectStore(lager)
        deler.push(`${name}/${lager} ${JSON.stringify([await loefte(s.getAll()), await loefte(s.getAllKeys())])}`)
      }
      db.close()
    }
    for (const navn of await caches.keys()) {
      const cache = await caches.open(navn)
      for (const r of await cache.keys()) deler.push(`${navn} ${r.url} ${await (await cache.match(r))!.text()}`)
    }
    return deler.join('\n')
  })

/** Every file that the server keeps: the database with its log, and what lies beside it. */
export const lagretHosTjeneren = (dataDir: string): string =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => readFileSync(join(f.parentPath, f.name)).toString('latin1'))
    .join('\n')
