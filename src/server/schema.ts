import type { AccountTables } from './auth/tables.ts'
import type { SyncTables } from './sync/tables.ts'

/** Every table of the server's database, as Kysely knows them. The migrations are what makes them. */
export type Database = SyncTables & AccountTables
