import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'

/** A device as the server sees it: ops and requests over HTTP, without a browser. */

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/**
 * @param {string} url
 * @param {unknown} body
 * @param {string} [cookie]
 * @returns {Promise<{ status: number, cookie: string, text: string }>}
 */
export function post(url, body, cookie = '') {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((done, failed) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content), cookie },
      },
      (answer) => {
        /** @type {Buffer[]} */
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            cookie: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '),
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    sent.on('error', failed)
    sent.end(content)
  })
}

/**
 * Logs in as one of the demo's users, and gives the session's cookie.
 * @param {string} url
 * @param {string} user
 */
export async function logIn(url, user) {
  const { status, cookie, text } = await post(`${url}/api/demo/login`, { bruker: user })
  if (status !== 200) throw new Error(`Could not log in as ${user}: ${text}`)
  return cookie
}

/** A uuidv7 of this moment. */
export function uuid() {
  const b = randomBytes(16)
  b.writeUIntBE(Date.now(), 0, 6)
  b[6] = 0x70 | ((b[6] ?? 0) & 0x0f)
  b[8] = 0x80 | ((b[8] ?? 0) & 0x3f)
  return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * New activities, as a device sends them.
 * @param {{ space: string, count: number, seq?: number }} what
 */
export const activities = ({ space, count, seq = 1 }) =>
  Array.from({ length: count }, (_, i) => {
    const opId = uuid()
    const set = {
      tittel: `Aktivitet ${seq + i}`,
      beskrivelse: 'Prøve årsplan på gruppe 2',
      frist: '2026-11-30',
      ansvarlig: 'Avdelingsleder',
    }
    const base = { tittel: null, beskrivelse: null, frist: null, ansvarlig: null }
    return {
      opId,
      seq: seq + i,
      txnId: opId,
      kind: 'set',
      space,
      type: 'aktivitet',
      id: opId,
      set,
      base,
      schema: 1,
      t: Date.now(),
    }
  })

/**
 * @param {{ replica: string, push?: unknown[], spaces?: unknown[], only?: string[] }} what
 */
export const syncRequest = ({ replica, push = [], spaces = [], only }) => ({
  protocol: 1,
  replica,
  device: 'Måling',
  schema: 1,
  now: Date.now(),
  push,
  spaces,
  ...(only ? { only } : {}),
})
