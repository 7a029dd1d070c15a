// npm run move -- --from sqlite:FILE --to postgres://…: moves an installation to another database (docs/drift.md, «Fra SQLite til PostgreSQL»).
import { runServerCommand } from './lib/server-command.mjs'

runServerCommand('move', 'src/server/move/main.ts')
