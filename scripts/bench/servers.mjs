import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { distDir, distServerDir } from '../lib/house.mjs'

/** @typedef {{ url: string, pid: number, stop: () => Promise<void> }} Running */

/**
 * The built server in demo mode on a database of its own, in a process that can be stopped for real.
 * @param {{ port: number, dataDir: string }} where
 * @returns {Promise<Running>}
 */
export async function startApp({ port, dataDir }) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HELTIDSHJULET_DEMO: '1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DIST_DIR: distDir,
  }
  const child = spawn(process.execPath, [join(distServerDir, 'main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  for (let attempt = 0; ; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}`)
    if (
      await fetch(`${url}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    if (attempt === 200) throw new Error('The server did not answer within 20 s')
    await new Promise((done) => setTimeout(done, 100))
  }
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript' }

/**
 * Serves a few files from memory, and `/` as `index.html`.
 * @param {Record<string, string | URL>} files name → text, or the file that holds it
 * @param {number} port
 * @returns {Promise<Running>}
 */
export async function serveFiles(files, port) {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    const content = files[name]
    if (content === undefined) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': name.endsWith('.html') ? types.html : types.js })
    response.end(typeof content === 'string' ? content : readFileSync(content))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${port}`,
    pid: process.pid,
    async stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
