// npm run restore -- FILE: puts a copy in the database's place, and keeps what stood there (docs/drift.md, «Gjenoppretting»).
import { runServerCommand } from './lib/server-command.mjs'

runServerCommand('restore', 'src/server/backup/restoreMain.ts')
