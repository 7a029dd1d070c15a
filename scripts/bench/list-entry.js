// Runs in the page: makes a list of positions, and asks a new worker to read and count it, as the import does; beside a bare worker
// that unpacks the same file and goes through its cells once.
import { UTVALGSREGEL } from '../../src/domain/asker/utvalgsregel.ts'
import { listefil, LISTEKOLONNER } from '../../tests/support/listefil.ts'
import { xlsx } from '../../tests/support/xlsx.ts'

const UNITS = ['Bondihagen', 'Hurum', 'Gullhella', 'Nesbru']

/** @param {number} count */
function files(count) {
  const { rader, csv } = listefil(count, UNITS)
  const cells = rader.map((row) =>
    row.map((c, i) => (i === 6 ? Number(c.replace(',', '.')) : i === 9 ? { dag: '2020-01-01' } : c || null)),
  )
  return {
    xlsx: new Blob([xlsx({ Stillinger: [LISTEKOLONNER, ...cells] }, { deler: true })]),
    csv: new Blob([csv]),
  }
}

/** @param {Worker} worker @param {object} question */
const ask = (worker, question) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.slag === 'fremdrift') return
      if (data.slag === 'feil' || data.ut.ok === false) reject(new Error(JSON.stringify(data)))
      else resolve(data.ut)
    }
    worker.onerror = (e) => reject(new Error(e.message))
    worker.postMessage(question)
  })

/** From the file to the figures: the worker's own start, the reading, what the words mean, and the counting. */
async function readAndCount(file, rows) {
  const started = performance.now()
  const worker = new Worker('/liste.js', { type: 'module' })
  const { verdi } = await ask(worker, { nr: 1, emne: 'les', inn: { kilde: file } })
  const { kolonner } = verdi
  const { enheter } = await ask(worker, { nr: 2, emne: 'oversikt', inn: { kolonner } })
  const valg = {
    kolonner,
    dato: '2026-11-01',
    andel: false,
    over100: 'hundre',
    uttrekk: null,
    ansettelser: new Map(),
    permisjoner: new Map(),
    yrker: new Map(),
    enheter: new Map(enheter.map(({ noekkel, tekst }) => [noekkel, tekst])),
    regel: UTVALGSREGEL,
  }
  const counted = await ask(worker, { nr: 3, emne: 'tell', inn: { valg, overordnet: new Map() } })
  const took = performance.now() - started
  worker.terminate()
  if (verdi.rader !== rows || counted.rader !== rows || counted.medregnet < rows / 2)
    throw new Error('Not all were read')
  return took
}

async function floor(file) {
  const started = performance.now()
  const worker = new Worker('/floor.js', { type: 'module' })
  await ask(worker, { fil: file })
  const took = performance.now() - started
  worker.terminate()
  return took
}

globalThis.measureList = async (rounds, rows) => {
  const { xlsx: book, csv } = files(rows)
  const times = { xlsx: [], csv: [], floor: [] }
  for (let round = 0; round < rounds; round++) {
    times.xlsx.push(await readAndCount(book, rows))
    times.floor.push(await floor(book))
    times.csv.push(await readAndCount(csv, rows))
  }
  return times
}
document.body.dataset.klar = 'ja'
