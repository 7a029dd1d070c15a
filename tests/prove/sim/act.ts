import type { Endring } from '../../../src/data/device.ts'
import type { Post } from '../../../src/domain/tabeller.ts'
import { foerste } from '../../support/device.ts'
import { SPACES, type Op } from './steps.ts'
import type { Unit } from './unit.ts'
import type { World } from './world.ts'

/** What people do. A change that the form would have stopped (`UgyldigFeil`) stores nothing, and is nothing. */
export async function act(w: World, op: Op): Promise<void> {
  const unit = w.units[op.who % w.units.length]!
  switch (op.do) {
    case 'edit':
      return edit(unit, op)
    case 'word':
      return word(w, unit, op)
    case 'pair':
      return pair(w, unit, op)
    case 'delete':
      return write(unit, op.tab, { rom: unitSpace(op.space), type: 'aktivitet', id: `p${op.row}`, slettet: op.deleted })
    case 'undo':
      return undo(unit)
    case 'again':
      return again(w, unit, op.keep)
    case 'poison':
      // A field that the server's database cannot hold: an exception, which sets the change aside.
      return write(unit, 0, {
        rom: unitSpace(op.space),
        type: 'aktivitet',
        id: `p${op.row}`,
        set: { tittel: 'gift', ['x\0']: `g${w.count()}` } as Endring['set'] & object,
      })
    case 'misplaced':
      return write(unit, 0, { rom: 'project', type: 'aktivitet', id: 'feil', set: { tittel: `feil ${w.count()}` } })
  }
}

/** Nothing where the record has gone meanwhile, with the right to read it. */
async function undo(unit: Unit): Promise<void> {
  try {
    await unit.undo?.()
  } catch (f) {
    if ((f as Error).name !== 'UgyldigFeil') throw f
  }
  unit.undo = undefined
}

const unitSpace = (n: number): string => (SPACES[n] === 'project' ? SPACES[0] : SPACES[n]!)
const UNITS = ['asker', 'velferd', 'tpf1', 'bondihagen'] as const

async function write(unit: Unit, tab: number, e: Endring | Endring[]): Promise<void> {
  try {
    unit.undo = (await (await unit.tab(tab)).device.write(e)).angre
  } catch (f) {
    if ((f as Error).name !== 'UgyldigFeil') throw f
  }
}

async function edit(unit: Unit, op: Extract<Op, { do: 'edit' }>): Promise<void> {
  const rom = SPACES[op.space]!
  if (rom === 'project') {
    const set = [
      { kortnavn: `k${op.value}` },
      { kilde: `s${op.value}` },
      { pilot: op.value > 2 },
      { kortnavn: `n${op.value}`, pilot: op.value < 2 },
    ][op.field]!
    return write(unit, op.tab, { rom, type: 'enhet', id: UNITS[op.row]!, set })
  }
  const set: Partial<Post<'aktivitet'>> = [
    { tittel: `t${op.value}` },
    { frist: `2026-12-0${op.value + 1}` },
    // Two forms of one group, so that a group that came apart is seen.
    op.value % 2 === 0
      ? { status: 'ferdig' as const, ferdigDato: `2026-11-0${op.value + 1}` }
      : { status: 'i_gang' as const, ferdigDato: null },
    { ansvarlig: `a${op.value}`, tittel: `u${op.value}` },
  ][op.field]!
  const id = `p${op.row}`
  const known = await (await unit.db()).record.get([rom, 'aktivitet', id])
  return write(unit, op.tab, { rom, type: 'aktivitet', id, set: known ? set : { tittel: 'ny', ...set } })
}

/** Adds a word of its own to a long text: it must be there at the end, whoever else wrote. */
async function word(w: World, unit: Unit, op: Extract<Op, { do: 'word' }>): Promise<void> {
  const rom = unitSpace(op.space)
  const known = await (await unit.db()).record.get([rom, 'aktivitet', 'tekst'])
  const text = typeof known?.doc.beskrivelse === 'string' ? known.doc.beskrivelse : ''
  const own = `w${w.count()}.`
  await write(unit, op.tab, {
    rom,
    type: 'aktivitet',
    id: 'tekst',
    set: { ...(known ? {} : { tittel: 'tekst' }), beskrivelse: text === '' ? own : `${text} ${own}` },
  })
  // Taking words back is allowed; this simulation wants them to stay.
  unit.undo = undefined
}

/** Two records that belong together: nobody may ever see one without the other. */
async function pair(w: World, unit: Unit, op: Extract<Op, { do: 'pair' }>): Promise<void> {
  const rom = unitSpace(op.space)
  const n = w.count()
  const ids = [`par${n}a`, `par${n}b`] as const
  const forbidden = { gjelder: `aktivitet/${ids[0]}`, syn: 'enig', forfatter: 'noen', forfatterNavn: 'x', skrevet: n }
  w.pairs.push({ rom, ids: [...ids] })
  await write(unit, op.tab, [
    { rom, type: 'aktivitet', id: ids[0], set: { tittel: `par ${n}` } },
    { rom, type: 'aktivitet', id: ids[1], set: { tittel: `par ${n}` } },
    ...(op.forbidden
      ? [{ rom, type: 'uttalelse' as const, id: `u${n}`, set: forbidden as Endring['set'] & object }]
      : []),
  ])
  unit.undo = undefined
}

async function again(w: World, unit: Unit, keep: boolean): Promise<void> {
  const { device } = await unit.tab(0)
  const [first] = (await foerste(device.tilbakesendte)).sort((a, b) => (a.opId < b.opId ? -1 : 1))
  if (!first) return
  if (keep) await device.kvitter(first.opId)
  else
    try {
      await device.proevIgjen(first.opId)
    } catch (f) {
      if ((f as Error).name !== 'UgyldigFeil') throw f
      return
    }
  // What another's writing stands over is told by the server, which this does not ask.
  if (first.av === null) unit.handled.add(first.opId)
  // Tried again by itself, a change no longer belongs with those it was refused together with.
  if (!keep) w.pairs = w.pairs.filter((p) => !p.ids.includes(first.id))
}
