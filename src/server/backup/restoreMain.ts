import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { feil, ok, type Feil, type Resultat } from '../../domain/resultat.ts'
import { restore, type Restored } from './restore.ts'
import { restorePostgres } from './restorePostgres.ts'
import { where, type Env } from './where.ts'

/** `npm run restore`: the process. Ends with code 0 and what it did, or code 1 and one sentence. */

async function run(args: string[], env: Env): Promise<Resultat<string[]>> {
  const asked = read(args)
  if (!asked.ok) return asked
  const place = where(env)
  if (!place.ok) return place
  const { dataDir, demo, databaseUrl: url } = place.verdi
  const order = { ...asked.verdi, dataDir, demo }
  const world = { now: Date.now, uuid: randomUUID }
  const done = await (url === null ? restore(order, world) : restorePostgres({ ...order, url }, world))
  return done.ok ? ok(tell(asked.verdi.copy, done.verdi, url !== null)) : done
}

function tell(
  copy: string,
  { file, aside, records, changes, shutOut, missingUsers }: Restored,
  inPostgres: boolean,
): string[] {
  const lines = [
    `${copy} er prøvd og lagt på plass ${inPostgres ? 'i' : 'som'} ${file}: ${records} opplysninger og ${changes} endringer.`,
    aside === null
      ? `Det var ${inPostgres ? 'ingenting' : 'ingen database'} der fra før.`
      : inPostgres
        ? `Det som var der, er tatt vare på i skjemaet ${aside} i samme database.`
        : `Den som var der, er tatt vare på som ${aside}.`,
  ]
  if (shutOut > 0) lines.push(`${shutOut} sperringer som er nyere enn kopien, gjelder fortsatt.`)
  if (missingUsers === null)
    lines.push('Se over brukerne: den som er sperret etter at kopien ble tatt, må sperres på nytt.')
  else if (missingUsers > 0)
    lines.push(`${missingUsers} brukere er kommet til etter at kopien ble tatt, og må inviteres på nytt.`)
  lines.push('Start serveren. Nettbrettene sender selv det de har som kopien ikke har.')
  return lines
}

const USAGE: Feil = {
  kode: 'HH-122',
  tekst: 'Skriv «npm run restore -- FIL», der FIL er kopien som skal legges tilbake.',
}

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { eldre: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [copy, ...more] = positionals
    return copy === undefined || more.length > 0 ? feil(USAGE) : ok({ copy: resolve(copy), older: values.eldre })
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
