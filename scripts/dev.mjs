// npm run dev: Vite with hot reload on PORT (8080), the server restarted by every change on PORT + 1, /api led to it.
import { spawn } from 'node:child_process'
import { inRoot, root, tools } from './lib/house.mjs'
import { stopUnlessReady } from './lib/ready.mjs'

stopUnlessReady()

const port = Number(process.env.PORT ?? 8080)

const server = spawn(process.execPath, [tools.tsx, 'watch', '--clear-screen=false', inRoot('src/server/main.ts')], {
  cwd: root,
  // No stdin: tsx would take Enter as "restart".
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { HELTIDSHJULET_DEMO: '1', ...process.env, PORT: String(port + 1), HOST: '127.0.0.1' },
})

const { createServer } = await import('vite')
const vite = await createServer({ configFile: inRoot('vite.config.ts'), clearScreen: false })

let ending = false
/** @param {number} code */
async function end(code) {
  if (ending) return
  ending = true
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM')
    await new Promise((done) => server.once('exit', done))
  }
  await vite.close()
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))
server.on('exit', (code) => void end(code ?? 0))

await vite.listen()
console.log(`App http://localhost:${port} (hot reload), server http://localhost:${port + 1} (restarts by itself)`)
