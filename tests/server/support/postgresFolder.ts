import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openPostgres } from '../../../src/server/postgres.ts'
import { openTestPostgres } from '../../support/dialects.ts'
import { tempDir, writerOn } from './backup.ts'

/** A PostgreSQL database of the test's own, open as a server has it, with a hand that writes to it and a folder for its copies. */
export async function postgresFolder() {
  // Never given back for other tests: a restore leaves what it put aside in it.
  const { url } = await openTestPostgres()
  const open = () => openPostgres({ url, log: () => undefined })
  const data = await open()
  const hand = await writerOn(data.db)
  const dir = tempDir()
  let running = true
  async function stop() {
    if (running) await data.close()
    running = false
  }
  onTestFinished(stop)
  return {
    ...hand,
    url,
    dir,
    file: join(dir, 'heltidshjulet.db'),
    copies: join(dir, 'sikkerhetskopier'),
    stop,
    /** Looks into the database as it is now, as a server that starts does. */
    async look<T>(query: (hand: Awaited<ReturnType<typeof writerOn>>) => Promise<T>): Promise<T> {
      const again = await open()
      try {
        return await query(await writerOn(again.db))
      } finally {
        await again.close()
      }
    },
  }
}
export type PostgresFolder = Awaited<ReturnType<typeof postgresFolder>>
