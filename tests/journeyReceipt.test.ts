import { expect, it } from 'vitest'
import { foerste, type Testdevice } from './support/device.ts'
import { reise, ROM } from './support/reise.ts'

/** What is said of one record: that it waits, when the server had it, and that it is in a backup too. */

const r = reise()
const skriv = (d: Testdevice, id: string) =>
  d.write({ rom: ROM, type: 'aktivitet', id, set: { tittel: id, tiltaksmaal: 'T1', status: 'idee' } })
const kvittering = (d: Testdevice, id: string) => foerste(d.postkvittering(ROM, 'aktivitet', id))

it('følger hver post for seg, fra nettbrettet til kopien', async () => {
  const a = await r.device('bondihagen')
  await a.synk()
  await skriv(a, 'a1')
  await skriv(a, 'a2')
  expect(await kvittering(a, 'a1')).toMatchObject({ venter: 1, bekreftet: null })
  expect(await kvittering(a, 'finnes-ikke')).toMatchObject({ venter: 0, bekreftet: null })

  r.tid += 60_000
  await a.synk()
  expect(await kvittering(a, 'a1')).toEqual({ venter: 0, bekreftet: r.tid, kopiert: false })

  // As when a backup was made, opened and checked.
  await r.tjener.db
    .updateTable('space')
    .set((e) => ({ durable: e.ref('head') }))
    .where('id', '=', ROM)
    .execute()
  await a.synk()
  expect(await kvittering(a, 'a1')).toEqual({ venter: 0, bekreftet: r.tid, kopiert: true })

  await skriv(a, 'a2')
  await a.write({ rom: ROM, type: 'aktivitet', id: 'a2', set: { ansvarlig: 'fagkoordinator' } })
  expect(await kvittering(a, 'a2')).toMatchObject({ venter: 1 })
  expect(await kvittering(a, 'a1')).toMatchObject({ venter: 0, kopiert: true })
})
