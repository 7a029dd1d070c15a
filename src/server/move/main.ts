import { parseArgs } from 'node:util'
import { isHouseFault } from '../housefault.ts'
import { StartFeil } from '../startfeil.ts'
import { move } from './move.ts'
import type { MovedTable } from './rows.ts'

/** `npm run move`: the process. Prints a line per table, and ends with code 0, or code 1 and one sentence. */

const USAGE = new StartFeil(
  'HH-130',
  'Skriv «npm run move -- --from sqlite:./data/heltidshjulet.db --to postgres://bruker:passord@vert/database», eller omvendt.',
)
const ADDRESS = /^(sqlite:.|postgres(ql)?:\/\/.)/

function read(args: string[]): { from: string; to: string } {
  const string = { type: 'string' } as const
  try {
    const { from = '', to = '' } = parseArgs({ args, options: { from: string, to: string } }).values
    if (ADDRESS.test(from) && ADDRESS.test(to)) return { from, to }
  } catch {
    // Said below.
  }
  throw USAGE
}

const line = ({ table, rows, digest }: MovedTable) =>
  `  ${table.padEnd(14)}${new Intl.NumberFormat('nb').format(rows).padStart(12)} ${rows === 1 ? 'rad  ' : 'rader'}  ${digest.slice(0, 16)}`

try {
  const asked = read(process.argv.slice(2))
  let rows = 0
  await move({ ...asked, log: console.error }, (moved) => {
    rows += moved.rows
    console.log(line(moved))
  })
  console.log(`${new Intl.NumberFormat('nb').format(rows)} rader er flyttet, lest tilbake og funnet like.`)
  console.log('Start serveren mot den nye databasen. Den gamle er urørt, og skal ikke brukes mer.')
} catch (e) {
  if (!(e instanceof StartFeil) && !isHouseFault(e)) throw e
  const kode = e instanceof StartFeil ? e.kode : 'HH-106'
  console.error(`${kode}: ${e instanceof Error ? e.message : String(e)}`)
  process.exitCode = 1
}
