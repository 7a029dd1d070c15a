import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The demo's own secret: made at the first start and kept beside its database, so that a restart logs nobody out. */
export function demoSecret(dataDir: string): string {
  const file = join(dataDir, 'demo-secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    const secret = randomBytes(48).toString('base64')
    writeFileSync(file, secret, { mode: 0o600 })
    return secret
  }
}
