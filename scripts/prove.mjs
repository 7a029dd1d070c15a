// npm run prove: proves docs/sync.md's invariants at full size (hours); `-- --quick` all of them small;
// `-- --only sim,planted` some of them; `-- --only sim --seed 7` one run again; `--count`, `--minutes` set the size.
import { spawnSync } from 'node:child_process'
import { inRoot, root, tools } from './lib/house.mjs'
import { stopUnlessReady } from './lib/ready.mjs'

stopUnlessReady()

const { status } = spawnSync(process.execPath, [tools.tsx, inRoot('tests/prove/main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
