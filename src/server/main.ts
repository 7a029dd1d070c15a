import { randomUUID } from 'node:crypto'
import { inOwnProcess } from './backup/automatic.ts'
import { readConfig, type Config } from './config.ts'
import { start, type Running } from './start.ts'
import { StartFeil } from './startfeil.ts'

/** The process: environment, clock, ids, signals and printing. Everything below gets them as arguments. */

function giveUp(kode: string, tekst: string): void {
  console.error(`${kode}: ${tekst}`)
  process.exitCode = 1
}

function greet(config: Config, { port, link }: Running): void {
  const address = config.demo ? `http://localhost:${port}` : config.baseUrl
  console.log(`Heltidshjulet er klart: ${address}`)
  if (config.demo) {
    console.log('Demomodus: bare denne maskinen kommer inn. Eksempeltall er merket «Eksempel».')
    console.log('Logg inn: åpne adressen og velg en av de ferdige brukerne, for eksempel «Logg inn som prosjektleder».')
  } else console.log(`Logg inn: åpne ${address}/logginn med e-postadresse og passord, eller passnøkkel.`)
  if (link !== null) {
    console.log('Engangslenke for en ny prosjektleder (virker én gang, i 24 timer):')
    console.log(`  ${link.lenke}`)
  }
  console.log('Stopp med Ctrl-C.')
}

function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    console.log('Stopper.')
    running.stop().then(
      () => process.exit(0),
      (e: unknown) => {
        console.error(e)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const config = readConfig(process.env)
if (!config.ok) giveUp(config.feil.kode, config.feil.tekst)
else
  try {
    const running = await start(config.verdi, {
      now: Date.now,
      uuid: randomUUID,
      log: console.error,
      backup: inOwnProcess(import.meta.url),
    })
    // Before the greeting: one who waits for it may stop the server the moment it is said.
    stopOnSignal(running)
    greet(config.verdi, running)
  } catch (e) {
    if (!(e instanceof StartFeil)) throw e
    giveUp(e.kode, e.message)
  }
