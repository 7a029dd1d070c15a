import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

const packageSchema = v.object({ name: v.literal('heltidshjulet'), version: v.string() })

/** The version in the package.json above this file, whether it runs as source or built. `0.0.0` where there is none. */
export function readVersion(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); dir !== dirname(dir); dir = dirname(dir)) {
    const file = join(dir, 'package.json')
    const parsed = existsSync(file) && v.safeParse(packageSchema, JSON.parse(readFileSync(file, 'utf8')))
    if (parsed && parsed.success) return parsed.output.version
  }
  return '0.0.0'
}
