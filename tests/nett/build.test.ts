import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { filesFor, lateInFirst, measure } from '../../scripts/lib/budget.mjs'
import { precompress } from '../../scripts/lib/precompress.mjs'
import { whyNotReady } from '../../scripts/lib/ready.mjs'
import { stampOf } from '../../scripts/lib/stamp.mjs'

/** The parts of the build that say no: the JavaScript budget, the stamp, and the machine that it cannot run on. */

function folder(files: Record<string, string | Buffer>) {
  const dir = mkdtempSync(join(tmpdir(), 'bygg-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const write = (file: string, content: string | Buffer) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), content)
  }
  for (const [file, content] of Object.entries(files)) write(file, content)
  return { dir, write }
}

const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_felles.js'], dynamicImports: ['a.vue', 'b.vue'] },
  '_felles.js': { file: 'assets/felles.js' },
  'a.vue': { file: 'assets/a.js', imports: ['_felles.js', '_ring.js'] },
  'b.vue': { file: 'assets/b.js', imports: ['index.html'] },
  '_ring.js': { file: 'assets/ring.js', imports: ['a.vue'] },
}

test('the budget counts what the entries import statically, once each, and nothing that comes later', () => {
  expect(filesFor(manifest, ['index.html'])).toEqual(['assets/index.js', 'assets/felles.js'])
  expect(filesFor(manifest, ['index.html', 'a.vue'])).toEqual(
    expect.arrayContaining(['assets/index.js', 'assets/felles.js', 'assets/a.js', 'assets/ring.js']),
  )
  expect(filesFor(manifest, ['index.html', 'a.vue'])).toHaveLength(4)
})

test('the budget measures login and Oversikt, brotli, largest first', async () => {
  const { dir } = folder({
    '.vite/manifest.json': JSON.stringify({
      '_a.js': { file: 'a.js' },
      'src/app/main.ts': { file: 'a.js' },
      'src/app/logginn/LoggInnPage.vue': { file: 'b.js' },
      'src/app/oversikt/OversiktPage.vue': { file: 'c.js' },
      'src/app/enhet/EnhetPage.vue': { file: 'd.js' },
    }),
    'index.html': '<script type="module" src="/a.js"></script>',
    'a.js': randomBytes(1000),
    'b.js': randomBytes(3000),
    'c.js': 'x'.repeat(100_000),
    'd.js': randomBytes(9000),
  })
  const { bytes, files } = await measure(dir)
  expect(files.map(({ file }) => file)).toEqual(['b.js', 'a.js', 'c.js'])
  expect(bytes).toBeGreaterThan(4000)
  expect(bytes).toBeLessThan(4100)
})

test('of the parts that each role and each way to log in load for themselves, the largest count', async () => {
  const { dir } = folder({
    '.vite/manifest.json': JSON.stringify({
      '_a.js': { file: 'a.js', dynamicImports: ['src/app/enhet/EnhetPage.vue'] },
      'src/app/main.ts': { file: 'a.js' },
      'src/app/logginn/LoggInnPage.vue': { file: 'a.js', dynamicImports: ['src/app/logginn/Demo.vue'] },
      'src/app/logginn/Demo.vue': { file: 'demo.js' },
      'src/app/oversikt/OversiktPage.vue': {
        file: 'a.js',
        dynamicImports: ['src/app/oversikt/Liten.vue', 'src/app/oversikt/Stor.vue'],
      },
      'src/app/oversikt/Liten.vue': { file: 'liten.js', imports: ['_del.js'] },
      'src/app/oversikt/Stor.vue': { file: 'stor.js', imports: ['_del.js'] },
      'src/app/enhet/EnhetPage.vue': { file: 'enhet.js' },
      '_del.js': { file: 'del.js' },
    }),
    'index.html': '<script type="module" src="/a.js"></script>',
    'a.js': randomBytes(100),
    'del.js': randomBytes(200),
    'liten.js': randomBytes(300),
    'stor.js': randomBytes(400),
    'demo.js': randomBytes(50),
    'enhet.js': randomBytes(5000),
  })
  expect((await measure(dir)).files.map(({ file }) => file)).toEqual(['stor.js', 'del.js', 'a.js', 'demo.js'])
})

test('what follows by itself is counted beside, and only once', async () => {
  const { dir } = folder({
    '.vite/manifest.json': JSON.stringify({
      '_a.js': { file: 'a.js', dynamicImports: ['src/data/work.ts'] },
      'src/app/main.ts': { file: 'a.js' },
      'src/app/logginn/LoggInnPage.vue': { file: 'a.js' },
      'src/app/oversikt/OversiktPage.vue': { file: 'a.js' },
      'src/data/work.ts': { file: 'work.js', imports: ['_a.js'] },
    }),
    'index.html': '<script type="module" src="/a.js"></script>',
    'a.js': randomBytes(1000),
    'work.js': randomBytes(2000),
  })
  const { before, bytes } = await measure(dir)
  expect(Math.round(before / 100)).toBe(10)
  expect(Math.round(bytes / 100)).toBe(30)
})

test('a page that was put together with others counts with them', async () => {
  const { dir } = folder({
    '.vite/manifest.json': JSON.stringify({
      'index.html': { file: 'a.js', name: 'index', dynamicImports: ['_b.js'] },
      '_b.js': { file: 'b.js', name: 'foerst', dynamicImports: ['_c.js'] },
      '_c.js': { file: 'c.js', name: 'work', imports: ['_b.js'] },
    }),
    'index.html': '<script type="module" src="/a.js"></script>',
    'a.js': randomBytes(1000),
    'b.js': randomBytes(2000),
    'c.js': randomBytes(4000),
  })
  const { before, bytes } = await measure(dir)
  expect(Math.round(before / 100)).toBe(30)
  expect(Math.round(bytes / 100)).toBe(70)
})

test('a late table whose schema lies in the first load is named', () => {
  const output = [
    { fileName: 'foerst.js', modules: { '/her/src/domain/smeltet.ts': {} } },
    { fileName: 'smeltet.js', modules: {} },
    { fileName: 'sen.js', modules: { '/her/src/domain/sen.ts': {} } },
  ]
  const list = ['sen', 'smeltet'].map((name) => `skjema: async () => (await import('./${name}.ts')).skjema`).join('\n')
  expect(lateInFirst(output, ['foerst.js'], list)).toEqual(['src/domain/smeltet.ts'])
  expect(lateInFirst(output, ['foerst.js', 'sen.js'], list)).toEqual(['src/domain/sen.ts', 'src/domain/smeltet.ts'])
})

test('a page that is gone from the build is a fault, not a smaller figure', async () => {
  const { dir } = folder({ '.vite/manifest.json': '{}', 'index.html': '' })
  const sentence =
    'no chunk for src/app/main.ts, src/app/logginn/LoggInnPage.vue, src/app/oversikt/OversiktPage.vue, index.html'
  await expect(measure(dir)).rejects.toThrow(sentence)
})

test('text files get a brotli and a gzip twin; pictures, fonts and small files do not', async () => {
  const text = 'Heltid er 80–100 prosent. '.repeat(100)
  const { dir } = folder({ 'index.html': text, 'assets/a.js': text, 'a.woff2': text, 'liten.js': 'x' })
  expect(await precompress(dir)).toBe(2)
  expect(brotliDecompressSync(readFileSync(join(dir, 'assets/a.js.br'))).toString()).toBe(text)
  expect(gunzipSync(readFileSync(join(dir, 'index.html.gz'))).toString()).toBe(text)
  expect(existsSync(join(dir, 'a.woff2.br'))).toBe(false)
  expect(existsSync(join(dir, 'liten.js.br'))).toBe(false)
})

test('the stamp changes with content and with names, and with nothing else', () => {
  const { dir, write } = folder({ 'src/app/a.ts': '1', 'src/server/b.ts': '1', 'package.json': '{}' })
  const app = stampOf('app', dir)
  const server = stampOf('server', dir)
  write('src/app/a.ts', '1')
  write('README.md', 'noe annet')
  expect([stampOf('app', dir), stampOf('server', dir)]).toEqual([app, server])
  write('src/app/a.ts', '2')
  expect(stampOf('app', dir)).not.toBe(app)
  expect(stampOf('server', dir)).toBe(server)
  write('src/domain/ny.ts', '')
  expect(stampOf('server', dir)).not.toBe(server)
})

test.each([
  ['18.20.4', true, 'needs Node 20.19'],
  ['20.18.3', true, 'this is 20.18.3'],
  ['20.19.0', false, 'npm ci'],
  ['20.19.0', true, undefined],
  ['24.1.0', true, undefined],
])('Node %s, installed: %s', (version, installed, sentence) => {
  const why = whyNotReady(version, installed)
  if (sentence === undefined) expect(why).toBeUndefined()
  else expect(why).toContain(sentence)
})
