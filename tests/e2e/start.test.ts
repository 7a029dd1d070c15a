import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { freePort, hasWritten, runNode, tempDir } from './support/server.ts'

const dataDir = tempDir()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const start = (port: number) => runNode(['scripts/start.mjs'], { PORT: String(port), DATA_DIR: dataDir })

/** Lets the first start build whatever has been changed since the tests began. */
async function startOgStopp() {
  const kjoering = start(await freePort())
  await hasWritten(kjoering, 'Heltidshjulet er klart')
  kjoering.child.kill('SIGINT')
  expect(await kjoering.ended).toBe(0)
}

test('npm start bygger ikke det som er bygget, skriver adressen, svarer, og slutter rent med Ctrl-C', async () => {
  await startOgStopp()
  const port = await freePort()
  const foer = performance.now()
  const kjoering = start(port)
  await hasWritten(kjoering, `Heltidshjulet er klart: http://localhost:${port}`)
  console.log(`npm start: ready after ${((performance.now() - foer) / 1000).toFixed(1)} s`)
  const svar = await fetch(`http://localhost:${port}/api/health`)
  expect(svar.status).toBe(200)
  expect(await svar.json()).toMatchObject({ status: 'ok' })
  expect(await (await fetch(`http://localhost:${port}/aktiviteter`)).text()).toContain('<div id="app">')

  kjoering.child.kill('SIGINT')
  expect(await kjoering.ended).toBe(0)
  expect(kjoering.output()).toContain('Logg inn som prosjektleder')
  expect(kjoering.output()).not.toContain('Building')
})

test('er porten opptatt, sier npm start det i én setning med kode, og hva man kan gjøre', async () => {
  const opptatt = createServer()
  const port = await freePort()
  await new Promise<void>((klar) => opptatt.listen(port, '127.0.0.1', klar))
  const kjoering = start(port)
  expect(await kjoering.ended).toBe(1)
  expect(kjoering.output().trim()).toBe(
    `HH-104: Port ${port} er opptatt. Stopp det som bruker den, eller velg en annen, for eksempel PORT=${port + 1}.`,
  )
  await new Promise((lukket) => opptatt.close(lukket))
})
