import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../scripts/postgres.mjs'
import { migrate } from '../../src/server/migrate.ts'
import { openPostgres } from '../../src/server/postgres.ts'

/** One PostgreSQL for the whole run of the project `postgres`, with a migrated database that tests copy (dialects.ts). */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ say: console.log })
  const { db, close } = await openPostgres({ url: await server.create(TEMPLATE), log: console.error })
  await migrate(db)
  await close()
  provide('postgresUrl', server.url)
  return server.stop
}

export const TEMPLATE = 'mal'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}
