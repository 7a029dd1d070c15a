import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { skrivKalender } from '../../src/report/ics.ts'
import type { AarshjulPost } from '../../src/domain/aarshjul.ts'
import { aarshjul, KILDEHJUL } from '../support/aarshjul.ts'

const NAA = Date.UTC(2026, 8, 18, 11, 30, 5)
const skriv = (oppgaver: readonly AarshjulPost[]) => skrivKalender({ navn: 'Årshjul 2026', oppgaver, naa: NAA })

/** Read back by a parser that others wrote. */
function les(ics: string) {
  const kalender = new ICAL.Component(ICAL.parse(ics) as unknown[])
  return kalender.getAllSubcomponents('vevent').map((h) => {
    const e = new ICAL.Event(h)
    return {
      uid: e.uid,
      tittel: e.summary,
      tekst: e.description,
      fra: e.startDate.toString(),
      til: e.endDate.toString(),
      heleDagen: e.startDate.isDate,
      stempel: String(h.getFirstPropertyValue('dtstamp')),
    }
  })
}

describe('kalenderfilen', () => {
  it('har en aktivitet med dato som heldagshendelse den dagen', () => {
    const [h] = les(skriv([aarshjul({ id: 'a', tittel: 'Tematime i PSU', dato: '2026-09-24' })]))
    expect(h).toMatchObject({
      uid: 'a@heltidshjulet',
      tittel: 'Tematime i PSU',
      fra: '2026-09-24',
      til: '2026-09-25',
      heleDagen: true,
      stempel: '2026-09-18T11:30:05Z',
    })
  })
  it('har en aktivitet uten dato på kvartalets siste dag, kalt frist', () => {
    const [h] = les(skriv([aarshjul({ kvartal: 4, tittel: 'Utarbeide Årsrapport' })]))
    expect(h).toMatchObject({
      tittel: 'Frist: Utarbeide Årsrapport',
      fra: '2026-12-31',
      til: '2027-01-01',
      heleDagen: true,
    })
    expect(h?.tekst).toMatch('siste dag i 4. kvartal')
  })
  it.each([
    ['måned i skuddår', { aar: 2028, kvartal: 1, maaned: 2 }, '2028-02-29', '2028-03-01'],
    ['måned ellers', { aar: 2026, kvartal: 1, maaned: 2 }, '2026-02-28', '2026-03-01'],
    ['31. mars', { aar: 2026, kvartal: 1, dato: '2026-03-31' }, '2026-03-31', '2026-04-01'],
    ['dagen klokka stilles fram', { aar: 2026, kvartal: 1, dato: '2026-03-29' }, '2026-03-29', '2026-03-30'],
    ['dagen klokka stilles tilbake', { aar: 2026, kvartal: 4, dato: '2026-10-25' }, '2026-10-25', '2026-10-26'],
    ['skuddårsdagen', { aar: 2028, kvartal: 1, dato: '2028-02-29' }, '2028-02-29', '2028-03-01'],
  ] as const)('varer én hel dag: %s', (_, felter, fra, til) => {
    const [h] = les(skriv([aarshjul(felter)]))
    expect(h).toMatchObject({ fra, til, heleDagen: true })
  })
  it('sier at en avlyst er avlyst, og hvorfor den er flyttet', () => {
    const ics = skriv([
      aarshjul({ utgaarDato: '2026-09-18', utgaarGrunn: 'Slått sammen; se PSU, sak 7/24' }),
      aarshjul({
        dato: '2026-09-24',
        flyttetFra: { aar: 2026, kvartal: 2, maaned: null, dato: null },
        flyttetGrunn: 'Ferie',
      }),
    ])
    const [avlyst, flyttet] = les(ics)
    expect(ics).toMatch(/STATUS:CANCELLED\r\n/)
    expect(avlyst?.tittel).toMatch(/^Utgår: /)
    expect(avlyst?.tekst).toMatch('Avlyst 18. september 2026: Slått sammen; se PSU, sak 7/24')
    expect(flyttet?.tekst).toMatch('Flyttet fra 2. kvartal: Ferie')
  })
  it('sier hva som er eksempel og hva som er utkast', () => {
    const [h] = les(skriv([aarshjul({ tilstand: 'utkast', eksempel: true, tittel: 'Kick off' })]))
    expect(h?.tittel).toBe('Utkast: Frist: Kick off (eksempel)')
  })
  it('rommer hele kilden, 32 og 25 aktiviteter, hver med sin egen uid', () => {
    const hendelser = les(skriv(KILDEHJUL))
    expect(hendelser).toHaveLength(57)
    expect(new Set(hendelser.map((h) => h.uid)).size).toBe(57)
    expect(hendelser.find((h) => h.tittel.includes('sluttrapport'))?.tekst).toMatch('sak 7/24')
  })
  it('er den samme hver gang den skrives av det samme', () => {
    expect(skriv(KILDEHJUL)).toBe(skriv(KILDEHJUL))
  })
  it('gir teksten tilbake tegn for tegn, med æøå, emoji, komma, semikolon og linjeskift', () => {
    const tekst = fc.string({ unit: fc.constantFrom(...'aæøåÆØÅ ,;:\\"\n–«»👩‍⚕️é'), minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(tekst, (kommentar) => {
        const [h] = les(skriv([aarshjul({ kommentar, ansvarlig: '' })]))
        expect(h?.tekst).toBe(`Frist 30. september 2026, siste dag i 3. kvartal${kommentar ? `\n${kommentar}` : ''}`)
      }),
      { numRuns: 200 },
    )
  })
  it('bryter linjer på høyst 75 oktetter, aldri midt i et tegn, og ender dem med CRLF', () => {
    const ics = skriv([aarshjul({ tittel: 'Å'.repeat(200), kommentar: '👩‍⚕️æøå'.repeat(60) })])
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const linje of ics.split('\r\n')) {
      expect(new TextEncoder().encode(linje).length).toBeLessThanOrEqual(75)
      expect(linje).not.toMatch(/\uFFFD/)
    }
  })
})
