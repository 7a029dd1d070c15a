import { sized, type Row } from '../row.ts'
import { checkQuiet } from '../sim/check.ts'
import { openWorld } from '../sim/world.ts'
import { foerste } from '../../support/device.ts'

const ROM = 'unit:bondihagen'

export const refused: Row = {
  name: 'refused',
  title: 'one op in ten is refused: every refusal is shown with its text, and nothing behind it is held up',
  async run(how) {
    const ops = sized(how, 200, 1000)
    const w = await openWorld(1, 1)
    const unit = w.units[0]!
    await unit.sync(0, 'whole', 0)
    const { device } = await unit.tab(0)
    const wrong = new Set<string>()
    for (let i = 0; i < ops; i++) {
      w.time += 1000
      const no = i % 10 === 3
      const text = `${no ? 'avvises' : 'går inn'} ${i}`
      if (no) wrong.add(text)
      // In turn: another's unit, a table that does not belong there, a read-only space, a statement in another's name.
      const place = [
        { rom: 'unit:hurum', type: 'aktivitet' as const, set: { tittel: text } },
        { rom: 'project', type: 'aktivitet' as const, set: { tittel: text } },
        { rom: 'project', type: 'enhet' as const, set: { navn: text, nivaa: 'avdeling' as const } },
        {
          rom: ROM,
          type: 'notat' as const,
          set: { tekst: text, gjelder: 'aktivitet/a', forfatter: 'noen', forfatterNavn: 'x', skrevet: 1 },
        },
      ][Math.floor(i / 10) % 4]!
      await device.write(
        no ? { ...place, id: `n${i}` } : { rom: ROM, type: 'aktivitet', id: `j${i}`, set: { tittel: text } },
      )
    }
    await unit.note()
    await unit.sync(0, 'whole', 0)
    const shown = await foerste(device.tilbakesendte)
    const texts = new Set(
      shown.map((t) => String(Object.values(t.felter).find((f) => typeof f === 'string' && f.startsWith('avvises')))),
    )
    const silent = [...wrong].filter((t) => !texts.has(t))
    const without = shown.filter((t) => t.kode === '' || t.grunn === '')
    const there = await w.server.db
      .selectFrom('op')
      .select('op_id')
      .where('status', '=', 'applied')
      .where('replica', '=', String((await device.db.meta.get('replica'))?.v))
      .execute()
    await checkQuiet(w)
    await unit.end()
    await w.server.close()
    const ok = silent.length === 0 && without.length === 0 && there.length === ops - wrong.size
    return {
      ok,
      figures: `${ops.toLocaleString('en')} ops: ${there.length} taken in, ${shown.length} of ${wrong.size} refusals shown with reason and text, ${without.length} without a reason`,
    }
  },
}
