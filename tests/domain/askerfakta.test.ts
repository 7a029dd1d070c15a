import { describe, expect, it } from 'vitest'
import {
  FORELDREPERMISJON_2023,
  HELTID_AV_ANTALL,
  LIKESTILLING,
  LOENN_2023,
  REDEGJOERELSESPLIKT,
} from '../../src/domain/asker/likestilling.ts'
import {
  EFFEKTMAAL,
  FORUM,
  HORISONT,
  RAPPORTERING,
  RESULTATMAAL,
  ROLLER_I_ARBEIDET,
  TILTAKSMAALTEKST,
  VEDTAK_FORMANNSKAPET,
} from '../../src/domain/asker/maal.ts'
import { HELTIDSPOTTEN, KICKOFF, PROGRAM } from '../../src/domain/asker/program.ts'
import { SYKEFRAVAER } from '../../src/domain/asker/organisasjon.ts'
import { fasit } from '../support/fasit.ts'

describe('Målene i mandatet', () => {
  it('har kildens ord', () => {
    expect(EFFEKTMAAL).toEqual(fasit.goals.effektmaal)
    expect(RESULTATMAAL).toEqual(
      fasit.goals.resultatmaal.map((m) => ({ id: m.id, tekst: m.text, indikator: m.indicator })),
    )
    expect(TILTAKSMAALTEKST).toEqual(Object.fromEntries(fasit.goals.tiltaksmaal.map((m) => [m.id, m.text])))
    expect(HORISONT).toBe(fasit.goals.horizon)
  })

  it('har Formannskapets fire punkter, rollene og møtene', () => {
    expect(VEDTAK_FORMANNSKAPET.punkter).toEqual(fasit.governance.vedtakFormannskapet20240227)
    expect(ROLLER_I_ARBEIDET).toEqual(fasit.governance.roles)
    expect(FORUM).toEqual(fasit.governance.forums)
    expect(RAPPORTERING.tekst).toBe(fasit.governance.reportingLine)
  })
})

describe('Programmet', () => {
  it('har kildens ord og beløp', () => {
    const p = fasit.programme
    expect([PROGRAM.askermodellen.tekst, PROGRAM.toern.tekst, PROGRAM.fagteam.tekst, PROGRAM.evaluering.tekst]).toEqual(
      [p.askermodellen, p.toern, p.fagteam, p.evaluation],
    )
    expect([
      HELTIDSPOTTEN.beloep,
      HELTIDSPOTTEN.aar,
      HELTIDSPOTTEN.fra,
      HELTIDSPOTTEN.enhet,
      HELTIDSPOTTEN.varighet,
    ]).toEqual([
      p.heltidspotten.grantNok,
      p.heltidspotten.year,
      p.heltidspotten.from,
      p.heltidspotten.unit,
      p.heltidspotten.length,
    ])
    expect(SYKEFRAVAER.kostnad).toBe(fasit.sykefravaer.costNote.replace(' (S1 slide)', '').replace('11-12', '11–12'))
  })

  it('har kick-offens to spørsmål', () => {
    expect(KICKOFF).toMatchObject({
      hvorfor: fasit.kickoff.why,
      spoersmaal: fasit.kickoff.questions,
      toSider: fasit.kickoff.twoSides,
    })
  })
})

describe('Likestillingstallene', () => {
  it.each([0, 1])('er kildens, tall for tall (rad %i)', (i) => {
    const vaar = LIKESTILLING[i]!
    const k = i === 0 ? fasit.likestilling['2022'] : fasit.likestilling['2023']
    expect([vaar.aarsverk, vaar.andelProsent, vaar.laerlinger]).toEqual([
      k.aarsverk,
      { kvinner: k.andelKvinner, menn: k.andelMenn },
      k.laerlinger,
    ])
    expect([vaar.ledere, vaar.ansatte, vaar.midlertidige, vaar.foreldrepermisjonUker, vaar.deltid]).toEqual([
      k.ledere,
      k.ansatte,
      k.midlertidige,
      k.foreldrepermisjonUker,
      k.deltid,
    ])
  })

  it('har ledergruppen og virksomhetslederne', () => {
    const k = fasit.likestilling['2023']
    expect([LIKESTILLING[1]?.ledergruppeProsent, LIKESTILLING[1]?.virksomhetslederProsent]).toEqual([
      k.ledergruppeProsent,
      k.virksomhetslederProsent,
    ])
  })

  it('beholder feilene i 2022-tallene og sier fra om dem', () => {
    const [a2022] = LIKESTILLING
    expect(a2022?.andelProsentIListen).toEqual({ kvinner: 75.9, menn: 24.1 })
    expect(a2022!.ledergruppeProsent.kvinner + a2022!.ledergruppeProsent.menn).not.toBeCloseTo(100)
    expect(a2022?.merknad).toMatch(/75,9\/24,1.*72,3\/24,4/)
  })

  it('har foreldrepermisjonen 2023, og antallene går opp', () => {
    const { kilde, ...tabell } = FORELDREPERMISJON_2023
    expect(kilde).not.toBe('')
    const k = fasit.likestilling.foreldrepermisjon2023
    const om = (r: (typeof k.kvinner)[number]) => ({
      rad: r.row,
      snittDager: r.snittDager,
      ansatte: r.ansatte,
      dager: r.dager,
    })
    expect(tabell).toEqual({ kvinner: k.kvinner.map(om), menn: k.menn.map(om) })
    for (const [totalt, lav, hoey] of [tabell.kvinner, tabell.menn])
      expect([lav!.ansatte + hoey!.ansatte, lav!.dager + hoey!.dager]).toEqual([totalt!.ansatte, totalt!.dager])
  })

  it('har lønnstabellen 2023, og gruppene blir til sammen totalraden', () => {
    expect(LOENN_2023.rader.map((r) => Object.values(r))).toEqual(fasit.likestilling.loenn2023.rows)
    const [total, ...grupper] = LOENN_2023.rader
    const sum = (f: 'kvinner' | 'menn' | 'totalt') => grupper.reduce((s, r) => s + r[f], 0)
    expect([sum('kvinner'), sum('menn'), sum('totalt')]).toEqual([total?.kvinner, total?.menn, total?.totalt])
    for (const r of LOENN_2023.rader) {
      expect(r.snittMennKr - r.snittKvinnerKr).toBe(r.forskjellKr)
      expect(((r.snittMennKr - r.snittKvinnerKr) / r.snittKvinnerKr) * 100).toBeCloseTo(r.forskjellProsent, 0)
    }
  })

  it('regner andelen heltid av antallene, ved siden av KS’ serie', () => {
    for (const { aar, deltid, ansatte } of LIKESTILLING) {
      const andel = 100 - ((deltid.kvinner + deltid.menn) / (ansatte.kvinner + ansatte.menn)) * 100
      expect(andel).toBeCloseTo(HELTID_AV_ANTALL[aar as 2022 | 2023], 1)
      expect(HELTID_AV_ANTALL[aar as 2022 | 2023]).toBe(fasit.likestilling.heltidFromCounts[aar as 2022 | 2023])
    }
  })

  it('viser til riktig paragraf, og sier hva kilden skrev', () => {
    expect(REDEGJOERELSESPLIKT.hvertAar).toEqual(fasit.likestilling.duty.yearly)
    expect(REDEGJOERELSESPLIKT.annethvertAar).toEqual(fasit.likestilling.duty.everySecondYear)
    expect(REDEGJOERELSESPLIKT.lov).toContain('26 a')
    expect(REDEGJOERELSESPLIKT.merknad).toContain('§ 24')
  })
})
