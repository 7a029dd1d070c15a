import { randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type BrowserContext, type Page } from 'playwright'
import { build } from 'vite'
import { browserArgs, ensureBrowser } from '../../../scripts/browser.mjs'
import { inRoot } from '../../../scripts/lib/house.mjs'
import { PROTOKOLL, type SyncRequest } from '../../../src/sync/messages.ts'
import { tempDir } from '../../e2e/support/server.ts'
import { deadline, sized, type Row } from '../row.ts'

/** The tab, and now and then the whole browser, dies in the middle of writes; and a frozen tab. */

const BROWSER_EVERY = 10

export const renderer: Row = {
  name: 'renderer',
  title:
    'tab or browser killed while the device writes in real Chromium: all that was said to be saved is there, nothing by halves; a frozen tab holds up nobody',
  async run(how) {
    const kills = sized(how, 10, 500)
    const until = deadline(how)
    const profile = tempDir()
    const server = await servePage()
    const executablePath = ensureBrowser(() => undefined)
    const open = () => chromium.launchPersistentContext(profile, { executablePath, args: [...browserArgs] })
    let context = await open()
    const faults: string[] = []
    let said = 0
    let done = 0
    try {
      for (; done < kills && Date.now() < until && faults.length === 0; done++) {
        const whole = done % BROWSER_EVERY === BROWSER_EVERY - 1
        const told = await writeAndKill(context, server.url, `k${done}`, whole)
        said += told.length
        if (whole) context = await open()
        faults.push(...(await look(context, server.url, told, `k${done}`)))
        if (done % 50 === 49) how.say(`  ${done + 1} kills`)
      }
      const { frozen, ms } = await beside(context, `${server.url}?beside`)
      if (!frozen) faults.push('the tab did not freeze')
      if (ms > 20_000) faults.push(`the other tab took ${ms} ms`)
      return {
        ok: faults.length === 0,
        figures: `${done} of ${kills} kills (each tenth of the whole browser), ${said.toLocaleString('en')} records said to be saved, ${faults.length === 0 ? '0 lost, 0 by halves' : faults.slice(0, 3).join('; ')}; beside a frozen tab that was writing, another saves and syncs in ${ms.toFixed(0)} ms`,
      }
    } finally {
      await context.close().catch(() => undefined)
      await server.stop()
      rmSync(profile, { recursive: true, force: true })
    }
  },
}

async function openPage(context: BrowserContext, url: string, told?: (id: string) => void): Promise<Page> {
  const page = await context.newPage()
  if (told) await page.exposeFunction('lagret', told)
  await page.goto(url)
  await page.waitForFunction(() => document.body.dataset.klar === 'ja')
  return page
}

/** @returns what the person was told is saved before it all went */
async function writeAndKill(context: BrowserContext, url: string, prefix: string, whole: boolean): Promise<string[]> {
  const told: string[] = []
  const page = await openPage(context, url, (id) => told.push(id))
  const gone = new Promise((go) => (whole ? context.once('close', go) : page.once('crash', go)))
  void page.evaluate(([p]) => window.writeOn(p!, 5), [prefix]).catch(() => undefined)
  await new Promise((go) => setTimeout(go, randomInt(20, 400)))
  if (whole) {
    const cdp = await context.browser()?.newBrowserCDPSession()
    // Not asked to end: gone.
    const info = (await cdp!.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] }
    process.kill(info.processInfo.find((p) => p.type === 'browser')!.id, 'SIGKILL')
  } else {
    const cdp = await context.newCDPSession(page)
    void cdp.send('Page.crash').catch(() => undefined)
  }
  await gone
  const at = [...told]
  if (!whole) await page.close()
  return at
}

async function look(context: BrowserContext, url: string, told: readonly string[], prefix: string): Promise<string[]> {
  const page = await openPage(context, url)
  const { outbox, record, seqs } = await page.evaluate(() => window.stored())
  await page.close()
  const faults: string[] = []
  const [queued, shown] = [new Set(outbox), new Set(record)]
  for (const id of told) if (!queued.has(id) || !shown.has(id)) faults.push(`${id} was said to be saved and is gone`)
  for (const id of queued) if (!shown.has(id)) faults.push(`${id} is queued and not shown`)
  for (const id of shown) if (!queued.has(id)) faults.push(`${id} is shown and not queued`)
  if (new Set(seqs).size !== seqs.length) faults.push('two ops have the same number')
  const groups = new Map<string, number>()
  for (const id of shown) {
    const [p, n, i] = id.split('-')
    if (p === prefix && i !== undefined) groups.set(n!, (groups.get(n!) ?? 0) + 1)
  }
  for (const [n, size] of groups) if (size !== 5) faults.push(`of the five of ${prefix}-${n} there are ${size}`)
  return faults
}

/** One tab is frozen in the middle of writing; how long until another has saved and synced. */
async function beside(context: BrowserContext, url: string): Promise<{ frozen: boolean; ms: number }> {
  let writes = 0
  const second = await openPage(context, url)
  const first = await openPage(context, url, () => writes++)
  void first.evaluate(() => window.writeOn('frossen', 5, 50)).catch(() => undefined)
  await new Promise((go) => setTimeout(go, 300))
  // Chromium does not let a tab that a test looks at fall asleep, nor one that is inside a transaction: this one stops between two writes.
  await first.evaluate(() => window.fallAsleep())
  await new Promise((go) => setTimeout(go, 500))
  const before = writes
  const late = new Promise<number>((go) => setTimeout(() => go(Infinity), 25_000))
  const ms = await Promise.race([second.evaluate(() => window.syncNow()), late])
  const frozen = writes === before && before > 0
  return { frozen, ms }
}

/** The page, and a server that confirms whatever it is sent. */
async function servePage(): Promise<{ url: string; stop: () => Promise<void> }> {
  const files = await bundled()
  const seen = new Map<string, number>()
  const server: Server = createServer((req, res) => {
    if (req.url === '/api/sync') {
      let body = ''
      req.on('data', (part: Buffer) => (body += part.toString()))
      req.on('end', () => {
        const ask = JSON.parse(body) as SyncRequest
        const nextSeq = Math.max(seen.get(ask.replica) ?? 1, ...ask.push.map((o) => o.seq + 1))
        seen.set(ask.replica, nextSeq)
        const results = ask.push.map((o) => ({ opId: o.opId, status: 'applied', ver: 1 }))
        const user = { id: 'prove', navn: 'Eksempel', rolle: 'avdelingsleder', enheter: ['bondihagen'] }
        res.setHeader('content-type', 'application/json')
        res.end(
          JSON.stringify({
            protocol: PROTOKOLL,
            now: Date.now(),
            results,
            nextSeq,
            user,
            grants: { 'unit:bondihagen': 'skriv' },
            spaces: [],
          }),
        )
      })
      return
    }
    const code = files[(req.url ?? '/').slice(1).split('?')[0]!]
    res.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript')
    res.end(
      code ??
        '<!doctype html><html lang="nb"><meta charset="utf-8"><body><script type="module" src="/device.js"></script></body></html>',
    )
  })
  await new Promise<void>((go) => server.listen(Number(process.env.PORT) || 0, '127.0.0.1', go))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((go) => {
        server.close(() => go())
        server.closeAllConnections()
      }),
  }
}

async function bundled(): Promise<Record<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: inRoot(),
    publicDir: false,
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: inRoot('tests/prove/page/device.ts'), formats: ['es'], fileName: 'device' },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  const output = first !== undefined && 'output' in first ? first.output : []
  return Object.fromEntries(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part.code]] : [])))
}
