// The least a server can do: a bare HTTP server whose every request is one SQLite transaction at synchronous=FULL. Run as a process of
// its own: node floor-server.mjs PORT FILE. No session, no check, no history, no merge.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

const [port, file] = process.argv.slice(2)
const own = /** @type {typeof import('@photostructure/sqlite') | undefined} */ (process.getBuiltinModule('node:sqlite'))
const { DatabaseSync } = own ?? (await import('@photostructure/sqlite'))
const db = new DatabaseSync(file ?? ':memory:')
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE op (id TEXT PRIMARY KEY, doc TEXT NOT NULL)',
)
const insert = db.prepare('INSERT INTO op VALUES (?, ?)')

/** @type {Set<import('node:http').ServerResponse>} */
const listeners = new Set()
let latest = ''
/** @type {Map<string, { type: string, content: Buffer, zipped: Buffer }>} */
const files = new Map()

createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://floor').pathname
  if (request.method === 'GET' && path === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    listeners.add(response)
    request.on('close', () => listeners.delete(response))
    return
  }
  if (request.method === 'GET') {
    const found = files.get(path)
    if (path === '/latest') return void response.writeHead(200, { 'content-type': 'application/json' }).end(latest)
    if (found === undefined) return void response.writeHead(404).end()
    const zip = /gzip/.test(String(request.headers['accept-encoding']))
    response.writeHead(200, { 'content-type': found.type, ...(zip ? { 'content-encoding': 'gzip' } : {}) })
    return void response.end(zip ? found.zipped : found.content)
  }
  /** @type {Buffer[]} */
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString())
    if (path === '/files') {
      for (const { name, type, from } of body) {
        const content = readFileSync(from)
        files.set(name, { type, content, zipped: gzipSync(content) })
      }
      return response.end('[]')
    }
    db.exec('BEGIN IMMEDIATE')
    for (const op of body.push) insert.run(op.opId, JSON.stringify(op))
    db.exec('COMMIT')
    latest = JSON.stringify(body.push.at(-1) ?? null)
    for (const listener of listeners) listener.write('event: hint\ndata: {}\n\n')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(body.push.map((/** @type {{ opId: string }} */ { opId }) => ({ opId, status: 'applied' }))),
    )
  })
}).listen(Number(port), '127.0.0.1')
