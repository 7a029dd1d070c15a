import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { launchBrowser, newDevice } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

let server: Server
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** A page of the server's own origin, on a device with a finger reader that always says yes. */
async function deviceWithReader(): Promise<Page> {
  const page = await (await newDevice(browser)).newPage()
  await page.goto(`${server.url}/api/om`)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return page
}

interface Answer {
  status: number
  body: unknown
}

const ask = (page: Page, path: string, body?: unknown): Promise<Answer> =>
  page.evaluate(
    async ([path, body]) => {
      const json = { 'content-type': 'application/json' }
      const init = body === undefined ? {} : { method: 'POST', headers: json, body: JSON.stringify(body) }
      const response = await fetch(path, init)
      return { status: response.status, body: (await response.json()) as unknown }
    },
    [path, body] as const,
  )

async function makePasskey(page: Page): Promise<Answer> {
  const { body } = await ask(page, '/api/auth/passkey/generate-register-options')
  const made = await page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as PublicKeyCredentialCreationOptionsJSON,
    )
    return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON() as unknown
  }, body)
  return ask(page, '/api/auth/passkey/verify-registration', { response: made })
}

async function usePasskey(page: Page): Promise<Answer> {
  const { body } = await ask(page, '/api/auth/passkey/generate-authenticate-options')
  const used = await page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
    return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON() as unknown
  }, body)
  return ask(page, '/api/auth/passkey/verify-authentication', { response: used })
}

test('den som har laget en passnøkkel, logger inn igjen med den, og ingen skript ser innloggingen', async () => {
  const page = await deviceWithReader()
  const { body: me } = await ask(page, '/api/demo/login', { bruker: 'avdelingsleder-hurum' })
  expect((await makePasskey(page)).status).toBe(200)
  await ask(page, '/api/logout', {})
  expect((await ask(page, '/api/meg')).status).toBe(401)

  expect(await usePasskey(page)).toEqual({ status: 200, body: { ok: true } })
  expect(await ask(page, '/api/meg')).toEqual({ status: 200, body: me })
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('bare den som er logget inn, kan lage en passnøkkel', async () => {
  const page = await deviceWithReader()
  const answer = await ask(page, '/api/auth/passkey/generate-register-options')
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'HH-401' } } })
})
