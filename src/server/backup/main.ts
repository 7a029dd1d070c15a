import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { feil, ok, type Feil, type Resultat } from '../../domain/resultat.ts'
import { prune } from './folder.ts'
import { readKeep } from './keep.ts'
import { takePostgresBackup } from './postgres.ts'
import { takeBackup } from './take.ts'
import { addressWithoutPassword, databaseToCopy, where, type Env } from './where.ts'

/** `npm run backup`: the process. Ends with code 0 and what it did, or code 1 and one sentence. */

async function run(args: string[], env: Env): Promise<Resultat<string[]>> {
  const asked = read(args)
  if (!asked.ok) return asked
  const place = where(asked.verdi.file === undefined ? env : { ...env, DATABASE_URL: '' })
  if (!place.ok) return place
  const { databaseUrl: url } = place.verdi
  const file = asked.verdi.file ?? databaseToCopy(place.verdi)
  const dir = asked.verdi.to === undefined ? place.verdi.copies : resolve(asked.verdi.to)
  const world = { now: Date.now }
  const taken = await (url === null ? takeBackup({ file, dir }, world) : takePostgresBackup({ url, file, dir }, world))
  if (!taken.ok) return taken
  const { bytes, records, changes } = taken.verdi
  const lines = [
    `Sikkerhetskopi av ${url === null ? file : addressWithoutPassword(url)}:`,
    `  ${taken.verdi.file}`,
    `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB, ${records} opplysninger og ${changes} endringer, lest gjennom og prøvd.`,
  ]
  if (asked.verdi.keep !== undefined) {
    const gone = prune(dir, file, asked.verdi.keep, Date.now(), taken.verdi.file.slice(dir.length + 1))
    if (gone > 0) lines.push(`${gone} eldre ${gone === 1 ? 'kopi' : 'kopier'} er slettet.`)
  }
  return ok(lines)
}

const USAGE: Feil = {
  kode: 'HH-122',
  tekst:
    'Skriv «npm run backup» eller «npm run backup -- --to MAPPE». Med «--keep 14+12» slettes de eldre kopiene i mappen.',
}

/** `--file` is how the server itself says which file it has open; which PostgreSQL, it says by the environment. */
function read(args: string[]) {
  try {
    const string = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { to: string, keep: string, file: string } })
    const keep = values.keep === undefined ? undefined : readKeep(values.keep)
    return keep === null || values.to === '' ? feil(USAGE) : ok({ to: values.to, file: values.file, keep })
  } catch {
    return feil(USAGE)
  }
}

const done = await run(process.argv.slice(2), process.env)
if (done.ok) console.log(done.verdi.join('\n'))
else {
  console.error(`${done.feil.kode}: ${done.feil.tekst}`)
  process.exitCode = 1
}
