// The least a server can do: a bare HTTP server whose every request is one SQLite transaction at synchronous=FULL. Run as a process of
// its own: node floor-server.mjs PORT FILE. No session, no check, no history, no merge. One who says how far she has come (`from`, a number) is
// also sent the rows after that, in the shape and so in the bytes of the product's.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

const [port, file] = process.argv.slice(2)
const own = /** @type {typeof import('@photostructure/sqlite') | undefined} */ (process.getBuiltinModule('node:sqlite'))
const { DatabaseSync } = own ?? (await import('@photostructure/sqlite'))
const db = new DatabaseSync(file ?? ':memory:')
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE op (n INTEGER PRIMARY KEY, id TEXT UNIQUE, doc TEXT NOT NULL, row TEXT NOT NULL)',
)
const insert = db.prepare('INSERT INTO op (id, doc, row) VALUES (?, ?, ?)')
const after = db.prepare('SELECT row FROM op WHERE n > ? ORDER BY n')

/** @type {Set<import('node:http').ServerResponse>} */
const listeners = new Set()
let latest = ''
/** @type {Map<string, { type: string, content: Buffer, zipped: Buffer }>} */
const files = new Map()

const asRow = (/** @type {{ opId: string, type: string, id: string, set: object, seq: number }} */ op) => ({
  type: op.type,
  id: op.id,
  doc: op.set,
  v: { '*': op.opId },
  ver: op.seq,
  deleted: false,
})

createServer((request, response) => {
  // The pages that are measured are the product's own.
  response.setHeader('access-control-allow-origin', '*')
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
    for (const op of body.push) insert.run(op.opId, JSON.stringify(op), JSON.stringify(asRow(op)))
    db.exec('COMMIT')
    latest = JSON.stringify(body.push.at(-1) ?? null)
    for (const listener of listeners) listener.write('event: hint\ndata: {}\n\n')
    response.writeHead(200, { 'content-type': 'application/json' })
    const results = JSON.stringify(
      body.push.map((/** @type {{ opId: string }} */ { opId }) => ({ opId, status: 'applied' })),
    )
    const rows =
      body.from === undefined ? [] : /** @type {{ row: string }[]} */ (after.all(body.from)).map(({ row }) => row)
    response.end(`{"results":${results},"rows":[${rows.join()}]}`)
  })
}).listen(Number(port), '127.0.0.1')
