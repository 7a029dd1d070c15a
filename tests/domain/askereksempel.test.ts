import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { eksempel } from '../../src/domain/asker/eksempel.ts'
import { tilfeldig } from '../../src/domain/asker/eksempel/tilfeldig.ts'
import { grunnlag } from '../../src/domain/asker/grunnlag.ts'
import { TOERNMALER } from '../../src/domain/asker/toernmaler.ts'
import { aarAv, dagerFra, leggTilDager, type Dato } from '../../src/domain/dato.ts'
import type { Startrad } from '../../src/domain/startrad.ts'
import { erFersk } from '../../src/domain/maaling.ts'
import { statusMotSti } from '../../src/domain/maalsti.ts'
import { tilNesteMbm } from '../../src/domain/neste.ts'
import { pilotrad } from '../../src/domain/pilotrad.ts'
import { hentSkjemaer, skjemaFor } from '../../src/domain/skjemaer.ts'
import { tabeller, TABELLNAVN, type Post, type Tabellnavn } from '../../src/domain/tabeller.ts'
import { aarsverkI, ansatteI, bilderFor, heltidI, ordneStillinger } from '../../src/domain/stillingstall.ts'
import { toernoppgaveSkjema } from '../../src/domain/toern.ts'
import { flyter, flyttesum, somTimer } from '../../src/domain/toernflyt.ts'

await hentSkjemaer(TABELLNAVN)

const DAGER: Dato[] = ['2025-03-01', '2025-09-18', '2026-01-01', '2026-11-21', '2028-02-29', '2029-12-31']
const PILOTER = ['hurum', 'braaset', 'gullhella', 'nesbru', 'bondihagen', 'royken']

const huskeliste = new Map<string, unknown>()
function husk<T>(noekkel: string, lag: () => T): T {
  if (!huskeliste.has(noekkel)) huskeliste.set(noekkel, lag())
  return huskeliste.get(noekkel) as T
}

/** The installation's rows on a day, as screens read them: the demo's on top of the grounds. */
const poster = <T extends Tabellnavn>(idag: Dato, type: T): Post<T>[] => husk(`${idag}/${type}`, () => les(idag, type))

function les<T extends Tabellnavn>(idag: Dato, type: T): Post<T>[] {
  const rader = new Map<string, Post<T>>()
  for (const r of [...grunnlag(), ...eksempel(idag)])
    if (r.type === type)
      rader.set(r.id, { ...v.parse(skjemaFor(type), r.set), id: r.id, rom: r.space } as unknown as Post<T>)
  return [...rader.values()]
}
const iRom = <T extends { rom: string }>(rader: T[], enhet: string): T[] =>
  rader.filter((r) => r.rom === `unit:${enhet}`)

describe.each(DAGER)('Demoen den %s', (idag) => {
  const rader = eksempel(idag)
  const maalinger = poster(idag, 'maaling').filter((m) => m.eksempel)
  const maaltall = poster(idag, 'maaltall')
  const siste = (enhet: string, indikator: string) =>
    maalinger
      .filter((m) => m.enhet === enhet && m.indikator === indikator)
      .sort((a, b) => a.dato.localeCompare(b.dato))
      .at(-1)!
  const rad = (enhet: string) =>
    pilotrad(
      poster(idag, 'enhet').find((e) => e.id === enhet)!,
      { enheter: poster(idag, 'enhet'), maalinger: poster(idag, 'maaling'), maaltall },
      iRom(poster(idag, 'aktivitet'), enhet),
      iRom(poster(idag, 'toernoppgave'), enhet),
      idag,
    )

  it('passer i tabellene, er merket «Eksempel», og har egne id-er', () => {
    for (const r of rader) {
      expect(v.safeParse(skjemaFor(r.type), r.set).issues, r.id).toBeUndefined()
      expect(r.set.eksempel, r.id).toBe(true)
      if (r.type !== 'enhet') expect(r.id).toMatch(/^eks-[a-z0-9-]+$/)
      const hjemme = tabeller[r.type].rom
      if (hjemme !== 'begge') expect(r.space.split(':')[0], r.id).toBe(hjemme)
    }
    expect(new Set(rader.map((r) => `${r.type}/${r.id}`)).size).toBe(rader.length)
  })

  it('endrer bare plasseringen og pilotmerket til enhetene i grunnlaget', () => {
    const foer = new Map(grunnlag().map((r) => [`${r.type}/${r.id}`, r.set]))
    for (const r of rader) {
      const gammel = foer.get(`${r.type}/${r.id}`)
      if (!gammel) continue
      expect(r.type).toBe('enhet')
      expect({ ...gammel, overordnet: r.set.overordnet, pilot: true, eksempel: true }).toEqual(r.set)
    }
    expect(Object.fromEntries(rader.filter((r) => r.type === 'enhet').map((r) => [r.id, r.set.overordnet]))).toEqual({
      gullhella: 'ho1',
      nesbru: 'ho1',
      bondihagen: 'tpf1',
      royken: 'tpf2',
    })
    expect(
      poster(idag, 'enhet')
        .filter((e) => e.pilot)
        .map((e) => e.id)
        .sort(),
    ).toEqual([...PILOTER].sort())
  })

  it('har ingen målinger, notater eller kryss fram i tid', () => {
    for (const m of maalinger) expect(m.dato <= idag, m.id).toBe(true)
    const iNatt = (dagerFra('1970-01-01', idag) + 1) * 86_400_000
    for (const n of [...poster(idag, 'notat'), ...poster(idag, 'uttalelse')]) expect(n.skrevet).toBeLessThan(iNatt)
    for (const a of poster(idag, 'aktivitet')) expect((a.ferdigDato ?? idag) <= idag).toBe(true)
    for (const o of poster(idag, 'aarshjuloppgave')) expect((o.gjortDato ?? idag) <= idag).toBe(true)
  })

  it('viser alle fire statusene: foran, i rute, bak og mangler', () => {
    const status = (enhet: string) => rad(enhet).tall.status
    expect(PILOTER.map(status)).toEqual(['foran', 'foran', 'i_rute', 'bak', 'i_rute', 'mangler'])
  })

  it('har målinger som gir den statusen enheten skal ha, hele veien', () => {
    for (const m of maalinger.filter(
      (m) => m.indikator === 'andelHeltid' || m.indikator === 'gjennomsnittligStilling',
    )) {
      const sti = maaltall.find((t) => t.enhet === m.enhet && t.indikator === m.indikator)
      const naa = siste(m.enhet, m.indikator)
      expect(statusMotSti((m.teller! / m.nevner!) * 100, sti, m.dato), m.id).toBe(
        statusMotSti((naa.teller! / naa.nevner!) * 100, sti, naa.dato),
      )
    }
  })

  it('har to tause enheter: Røyken mangler måling, Nesbru har ikke meldt på sju uker, resten er ferske', () => {
    expect(erFersk(siste('royken', 'andelHeltid').dato, idag)).toBe(false)
    expect(dagerFra(siste('nesbru', 'andelHeltid').dato, idag)).toBeGreaterThanOrEqual(49)
    expect(erFersk(siste('nesbru', 'andelHeltid').dato, idag)).toBe(true)
    expect(PILOTER.filter((e) => rad(e).taus)).toEqual(['nesbru', 'royken'])
    for (const e of ['hurum', 'braaset', 'gullhella', 'bondihagen'])
      expect(dagerFra(siste(e, 'andelHeltid').dato, idag)).toBeLessThanOrEqual(31)
  })

  it('har for hver enhet et stillingsbilde nå og ett fra om lag et år før, som stemmer med målingene samme dag', () => {
    for (const e of PILOTER) {
      const bilder = bilderFor(poster(idag, 'stillingsbilde'), e)
      expect(bilder).toHaveLength(2)
      expect(bilder[1]!.dato).toBe(siste(e, 'andelHeltid').dato)
      expect(dagerFra(bilder[0]!.dato, bilder[1]!.dato)).toBeGreaterThan(330)
      for (const b of bilder) {
        const samme = (indikator: string) =>
          maalinger.find((m) => m.enhet === e && m.indikator === indikator && m.dato === b.dato)!
        const heltid = samme('andelHeltid')
        expect([heltidI(b.stillinger), ansatteI(b.stillinger)], b.id).toEqual([heltid.teller, heltid.nevner])
        expect(aarsverkI(b.stillinger), b.id).toBe(samme('gjennomsnittligStilling').teller)
        expect(ordneStillinger(b.stillinger)).toEqual(b.stillinger)
        expect(Math.max(...b.stillinger.map((s) => s.prosent))).toBeLessThanOrEqual(100)
        expect(new Set(b.stillinger.map((s) => s.yrke)).size).toBeGreaterThanOrEqual(3)
        expect(new Set(b.stillinger.map((s) => s.kjoenn))).toEqual(new Set(['kvinne', 'mann']))
      }
    }
  })

  it('har nok punkter til en framskriving', () => {
    for (const e of PILOTER)
      expect(maalinger.filter((m) => m.enhet === e && m.indikator === 'andelHeltid').length).toBeGreaterThanOrEqual(3)
  })

  it('har vikarbruk og sykefravær for Bondihagen, om lag som kilden sier', () => {
    expect(siste('bondihagen', 'vikarbruk').verdi).toBeGreaterThan(200)
    const s = siste('bondihagen', 'sykefravaer')
    expect((s.teller! / s.nevner!) * 100).toBeGreaterThan(5)
    expect((s.teller! / s.nevner!) * 100).toBeLessThan(11)
  })

  it('har for hver enhet 5–8 aktiviteter, og noe som haster, noe som er forsinket og noe som er gjort', () => {
    for (const e of PILOTER) {
      const egne = iRom(poster(idag, 'aktivitet'), e)
      expect(egne.length).toBeGreaterThanOrEqual(5)
      expect(egne.length).toBeLessThanOrEqual(8)
    }
    const bondihagen = iRom(poster(idag, 'aktivitet'), 'bondihagen')
    const aapne = bondihagen.filter((a) => a.status !== 'ferdig' && a.frist !== null)
    expect(aapne.some((a) => a.frist === leggTilDager(idag, 1))).toBe(true)
    expect(aapne.some((a) => a.frist! < idag)).toBe(true)
    expect(bondihagen.some((a) => a.status === 'ferdig')).toBe(true)
    expect(new Set(bondihagen.map((a) => a.tiltaksmaal).filter(Boolean)).size).toBe(4)
  })

  it('gir Bondihagen tre oppgaver og én prøveordning til neste MBM', () => {
    const saker = {
      aktiviteter: iRom(poster(idag, 'aktivitet'), 'bondihagen'),
      toernoppgaver: iRom(poster(idag, 'toernoppgave'), 'bondihagen'),
      uttalelser: iRom(poster(idag, 'uttalelse'), 'bondihagen'),
    }
    const mbm = tilNesteMbm(saker, idag)
    expect(mbm.ikkeDroeftet).toHaveLength(3)
    expect(mbm.skalEvalueres.map((a) => a.tittel)).toEqual(['Evaluere langvaktene i helgen'])
  })

  it('har notater og uttalelser om noe som finnes, fra brukerne i demoen', () => {
    const finnes = new Set(rader.map((r) => `${r.space} ${r.type}/${r.id}`))
    for (const n of [...poster(idag, 'notat'), ...poster(idag, 'uttalelse')]) {
      expect(finnes).toContain(`${n.rom} ${n.gjelder}`)
      expect(n.forfatter).toMatch(/^demo-/)
    }
    for (const u of poster(idag, 'uttalelse')) expect(u.forfatter).toBe('demo-tillitsvalgt-bondihagen')
  })

  it('har et årshjul for i år der noe er gjort, én er forsinket og noe gjenstår', () => {
    const aar = aarAv(idag)
    const hjul = poster(idag, 'aarshjuloppgave').filter((o) => o.aar === aar)
    const laget = hjul.filter((o) => o.eksempel)
    if (aar === 2025) return expect([hjul.length, laget.length]).toEqual([25, 0])
    expect(laget).toHaveLength(hjul.length)
    for (const o of hjul) expect(o.tittel.match(/20\d\d/g) ?? [String(aar + 1)]).toEqual([String(aar + 1)])
    expect(hjul.some((o) => o.gjortDato === null)).toBe(true)
    for (const k of [1, 2, 3, 4])
      expect(hjul.filter((o) => o.kvartal === k).map((o) => o.rekkefoelge)).toEqual(
        hjul.filter((o) => o.kvartal === k).map((_, i) => i + 1),
      )
    if (idag.slice(5) < '02-08') return
    expect(hjul.some((o) => o.gjortDato !== null)).toBe(true)
    expect(hjul.filter((o) => o.dato !== null && o.dato < idag && o.gjortDato === null)).toHaveLength(1)
    for (const o of hjul) expect(o.gjortDato === null).toBe(o.gjortAv === '')
  })

  it('krysser ikke av noe i kildens årshjul', () => {
    for (const o of poster(idag, 'aarshjuloppgave').filter((o) => !o.eksempel)) expect(o.gjortDato).toBeNull()
  })
})

describe('Demoen fra dag til dag', () => {
  const noekkel = (r: Startrad): string => `${r.type}/${r.id}`
  it('blir den samme to ganger samme dag', () => {
    expect(eksempel('2026-11-21')).toEqual(eksempel('2026-11-21'))
  })

  it('endrer aldri en måling den har laget, og lager nye id-er bare for nye måneder og nye år', () => {
    const foer = new Map(eksempel('2026-11-21').map((r) => [noekkel(r), r]))
    for (const r of eksempel('2027-02-03')) {
      const gammel = foer.get(noekkel(r))
      if ((r.type === 'maaling' || r.type === 'stillingsbilde') && gammel) expect(r).toEqual(gammel)
      if (!gammel) expect(['maaling', 'stillingsbilde', 'aarshjuloppgave']).toContain(r.type)
    }
  })

  it('trekker «tilfeldige» tall som er de samme for samme nøkkel, og jevnt spredt', () => {
    const tall = Array.from({ length: 1000 }, (_, i) => tilfeldig(`nøkkel ${i}`))
    expect(tilfeldig('nøkkel 7')).toBe(tall[7])
    expect(Math.min(...tall)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...tall)).toBeLessThan(1)
    expect(tall.reduce((a, b) => a + b, 0) / 1000).toBeCloseTo(0.5, 1)
    expect(new Set(tall).size).toBeGreaterThan(990)
  })
})

describe('TØRN', () => {
  it('på Bondihagen har 14 oppgaver, og 37,6 timer i uken kan flyttes', () => {
    const oppgaver = iRom(poster('2026-11-21', 'toernoppgave'), 'bondihagen')
    expect(oppgaver).toHaveLength(14)
    const sum = flyttesum(flyter(oppgaver))
    expect(sum.totalt).toBe(2255)
    expect(somTimer([sum.girFraSeg.V, sum.girFraSeg.H])).toEqual([24.8, 12.8])
    expect(flyter(oppgaver).map((f) => [f.fra, f.til, f.minutter])).toEqual([
      ['V', 'H', 480],
      ['V', 'A', 600],
      ['V', 'S', 90],
      ['V', 'B', 315],
      ['H', 'A', 630],
      ['H', 'S', 140],
    ])
  })

  it('i de andre enhetene har 6–10 oppgaver', () => {
    for (const e of PILOTER.filter((e) => e !== 'bondihagen')) {
      const antall = iRom(poster('2026-11-21', 'toernoppgave'), e).length
      expect(antall).toBeGreaterThanOrEqual(6)
      expect(antall).toBeLessThanOrEqual(10)
    }
  })

  it('har 32 maler som kan bli oppgaver, med hvert sitt nummer og navn', () => {
    expect(TOERNMALER.map((m) => m.nr)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1))
    expect(new Set(TOERNMALER.map((m) => m.oppgave)).size).toBe(32)
    for (const mal of TOERNMALER) {
      const { nr, tjeneste, merknad, ...felter } = mal
      expect(v.safeParse(toernoppgaveSkjema, felter).issues, `${nr} ${merknad}`).toBeUndefined()
      expect(tjeneste.length).toBeGreaterThan(0)
    }
  })

  it('sier hvor mange beboere malene er regnet for', () => {
    expect(TOERNMALER.filter((m) => m.merknad.includes('Regnet for 8 beboere')).map((m) => m.nr)).toEqual([
      3, 7, 16, 20, 21, 24, 28,
    ])
  })
})
