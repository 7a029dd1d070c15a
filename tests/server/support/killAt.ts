import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { restore } from '../../../src/server/backup/restore.ts'
import { takeBackup } from '../../../src/server/backup/take.ts'

/** Copies or restores, and is killed (or gets the `SIGNAL`) the moment the named step is done: `killAt.ts backup STEP FILE DIR` or `killAt.ts restore STEP COPY DATA_DIR`. */
const [what, step, from = '', to = ''] = process.argv.slice(2)
const at = (done: string) => {
  if (done !== step) return
  writeSync(1, done)
  process.kill(process.pid, process.env.SIGNAL ?? 'SIGKILL')
}
if (what === 'backup') await takeBackup({ file: from, dir: to }, { now: Date.now, at })
else await restore({ copy: from, dataDir: to, demo: null, older: false }, { now: Date.now, uuid: randomUUID, at })
