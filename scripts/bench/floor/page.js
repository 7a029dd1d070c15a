// The least that can be done: open a Dexie database and show the own unit's rows. No framework, no design, no schema check.
import { Dexie } from './dexie.js'

const db = new Dexie('gulv')
db.version(1).stores({ record: '[space+type+id], [type+live], [type+space+live], [type+id], space', outbox: '++n' })
void navigator.serviceWorker.register('/sw.js')

const space = new URLSearchParams(location.search).get('space')
if (space) {
  const of = (type, from) => db.record.where('[type+space+live]').equals([type, from, 1]).toArray()
  const rows = await Promise.all([
    of('enhet', 'project'),
    of('maaltall', 'project'),
    ...['maaling', 'aktivitet', 'toernoppgave', 'uttalelse'].map((type) => of(type, space)),
  ])
  const list = document.createElement('ul')
  for (const { type, doc } of rows.flat()) {
    const item = document.createElement('li')
    item.textContent = `${type} ${doc.tittel ?? doc.navn ?? doc.oppgave ?? doc.indikator ?? ''}`
    list.append(item)
  }
  document.querySelector('main').append(list)
  document.querySelector('main').dataset.antall = String(list.children.length)
} else {
  await db.open()
  document.querySelector('main').dataset.antall = '0'
}
