import * as v from 'valibot'
import { expect, it } from 'vitest'
import { beslutningSkjema, kickofflappSkjema, kickoffmerkeSkjema, kickoffSkjema } from '../../src/domain/kickoff.ts'
import { KICKOFFMAL } from '../../src/domain/kickoffmal.ts'
import { bekreftelser, protokoll, protokollavtrykk } from '../../src/report/protokoll.ts'
import { tabellerI } from '../../src/report/rapport.ts'
import { somTekst } from '../support/rapporttekst.ts'

/** Everything that was written is in the protocol, once; but for the words of a note that was hidden. */

const LUKKET = Date.UTC(2026, 10, 21, 12)
const kickoff = {
  id: 'k',
  ...v.parse(kickoffSkjema, {
    tittel: 'Kick-off',
    dato: '2026-11-21',
    ...KICKOFFMAL,
    deltakere: { ledere: 2, ansatte: 12 },
    lukket: LUKKET,
    lukketAv: 'avdelingsleder',
  }),
}
const lapp = (id: string, spoersmaal: string, tekst: string, mer = {}) => ({
  id,
  ...v.parse(kickofflappSkjema, { kickoff: 'k', spoersmaal, tekst, skrevet: LUKKET - 1000, ...mer }),
})
const lapper = [
  lapp('a', 's1', 'Lengre vakter', { tema: 'Helg' }),
  lapp('b', 's2', 'Færre hull', { tema: 'Helg' }),
  lapp('c', 's1', 'Per er vanskelig', { skjult: true, skjultGrunn: 'Nevner en person' }),
  lapp('d', 'borte', 'Svar på noe annet'),
  lapp('e', 's2', 'Samme dag, for sent', { skrevet: LUKKET + 60_000 }),
]
const merker = ['a', 'a', 'b'].map((l, i) => ({
  id: `m${i}`,
  ...v.parse(kickoffmerkeSkjema, { kickoff: 'k', lapp: l }),
}))
const beslutninger = [
  {
    id: 'x',
    ...v.parse(beslutningSkjema, { kickoff: 'k', tekst: 'Prøve', skrevet: LUKKET + 1, synTillitsvalgt: 'utsatt' }),
  },
]
const r = protokoll({
  kickoff,
  lapper,
  merker,
  beslutninger,
  enhetsnavn: 'Eksempel',
  enhet: 'e',
  idag: '2026-11-22',
  fra: 'Asker kommune',
})
const tekst = somTekst(r)

it('teller hvert merke én gang, også når temaet finnes under to spørsmål', () => {
  const sum = tabellerI(r)
    .filter((t) => t.id.startsWith('innspill'))
    .flatMap((t) => t.rader.map((rad) => (rad[2] as { tall: number }).tall))
    .reduce((a, b) => a + b, 0)
  expect(sum).toBe(merker.length)
})

it('har hver lapp, også den til et spørsmål som er tatt bort, men ikke ordene i den som er skjult', () => {
  for (const l of ['Lengre vakter', 'Færre hull', 'Svar på noe annet', 'Samme dag, for sent'])
    expect(tekst).toContain(l)
  expect(tekst).toContain('En lapp er skjult: Nevner en person.')
  expect(tekst).not.toContain('Per er vanskelig')
})

it('merker det som kom etter at møtet var avsluttet, også samme dag', () => {
  expect(tekst).toContain('Samme dag, for sent (kom etter at møtet var avsluttet)')
  expect(tekst).toContain('Prøve (kom etter at møtet var avsluttet)')
  expect(tekst).not.toContain('Lengre vakter (kom')
  expect(tekst).toContain('21. november 2026 kl. 13.00 av avdelingsleder')
})

it('en part bekrefter det som står; endres det, står det at det er endret siden', () => {
  const g = {
    kickoff,
    lapper,
    merker,
    beslutninger,
    enhetsnavn: 'Eksempel',
    enhet: 'e',
    idag: '2026-11-22',
    fra: 'Asker',
  }
  const bekreftet = {
    ...kickoff,
    bekreftetLedelsen: { naar: LUKKET + 5000, avtrykk: protokollavtrykk(g), fra: 'avdelingsleder' },
  }
  const naa = { ...g, kickoff: bekreftet }
  // To confirm changes nothing of what is confirmed.
  expect(protokollavtrykk(naa)).toBe(protokollavtrykk(g))
  expect(bekreftelser(bekreftet, protokollavtrykk(naa)).map((b) => b.gjelder)).toEqual([true, false])
  const endret = { ...naa, beslutninger: [{ ...beslutninger[0]!, tekst: 'Prøve noe annet' }] }
  expect(somTekst(protokoll(endret))).toContain('Protokollen er endret siden.')
  expect(somTekst(protokoll(naa))).not.toContain('Protokollen er endret siden.')
})

it('er lapper eller merker ikke vist ennå, sier protokollen at den bare har egne', () => {
  const skjult = { ...kickoff, skjulLapper: true, skjulMerker: true }
  const g = {
    kickoff: skjult,
    lapper,
    merker,
    beslutninger,
    enhetsnavn: 'Eksempel',
    enhet: 'e',
    idag: '2026-11-22',
    fra: 'Asker',
  } as const
  expect(somTekst(protokoll(g))).toContain('Lappene er ikke vist for alle ennå.')
  expect(somTekst(protokoll({ ...g, kickoff: { ...skjult, lapperVist: 1, merkerVist: 1 } }))).not.toContain('ikke vist')
})
