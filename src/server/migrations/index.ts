import type { Migration } from 'kysely'
import { m0001Sync } from './0001_sync.ts'
import { m0002Accounts } from './0002_accounts.ts'
import { m0003Quarantine } from './0003_quarantine.ts'
import { m0004Overlevering } from './0004_overlevering.ts'
import { m0005Kalender } from './0005_kalender.ts'
import { m0006Holdt } from './0006_holdt.ts'

/** Every migration, in order. One that has shipped is never edited; what it got wrong is put right by a new one. */
export const migrations: Record<string, Migration> = {
  '0001_sync': m0001Sync,
  '0002_accounts': m0002Accounts,
  '0003_quarantine': m0003Quarantine,
  '0004_overlevering': m0004Overlevering,
  '0005_kalender': m0005Kalender,
  '0006_holdt': m0006Holdt,
}
