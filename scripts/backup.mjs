// npm run backup: a checked copy of the database, while the server runs or not (docs/drift.md, «Sikkerhetskopi»).
import { runServerCommand } from './lib/server-command.mjs'

runServerCommand('backup', 'src/server/backup/main.ts')
