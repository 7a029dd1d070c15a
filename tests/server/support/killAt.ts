import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { takePostgresBackup } from '../../../src/server/backup/postgres.ts'
import { restore } from '../../../src/server/backup/restore.ts'
import { restorePostgres } from '../../../src/server/backup/restorePostgres.ts'
import { takeBackup } from '../../../src/server/backup/take.ts'

/** Copies or restores, and is killed (or gets the `SIGNAL`) the moment the named step is done: `killAt.ts backup STEP FILE DIR` or `killAt.ts restore STEP COPY DATA_DIR`; on PostgreSQL where there is a `DATABASE_URL`. */
const [what, step, from = '', to = ''] = process.argv.slice(2)
const at = (done: string) => {
  if (done !== step) return
  writeSync(1, done)
  process.kill(process.pid, process.env.SIGNAL ?? 'SIGKILL')
}
const url = process.env.DATABASE_URL
const world = { now: Date.now, uuid: randomUUID, at }
if (what === 'backup')
  await (url === undefined
    ? takeBackup({ file: from, dir: to }, world)
    : takePostgresBackup({ url, file: from, dir: to }, world))
else {
  const order = { copy: from, dataDir: to, demo: null, older: false }
  await (url === undefined ? restore(order, world) : restorePostgres({ ...order, url }, world))
}
