import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  FORELDREPERMISJON_2023,
  HELTID_AV_ANTALL,
  LIKESTILLING,
  LOENN_2023,
  type Kjoenn,
} from '../../src/domain/asker/likestilling.ts'
import { MAALINGER } from '../../src/domain/asker/maalinger.ts'
import { MAALTALL } from '../../src/domain/asker/maaltall.ts'
import { SYKEFRAVAER, TPF } from '../../src/domain/asker/organisasjon.ts'
import { HELTIDSPOTTEN } from '../../src/domain/asker/program.ts'
import { AARSHJUL } from '../../src/domain/asker/aarshjul.ts'
import { DEFINISJONER } from '../../src/domain/indikatordefinisjoner.ts'
import { INDIKATORER, INDIKATORNAVN } from '../../src/domain/indikatorer.ts'
import { TABELLNAVN } from '../../src/domain/tabeller.ts'
import { TOERNKATEGORIER, TOERNSTATUSER, YRKER } from '../../src/domain/toern.ts'
import { RINGER } from '../../src/domain/aarshjul.ts'
import { OPPGAVETILSTANDER } from '../../src/domain/aarshjulregler.ts'
import { AKTIVITETSTATUSER } from '../../src/domain/aktivitet.ts'
import { ROLLER } from '../../src/domain/tilgang.ts'
import { STATUSER } from '../../src/domain/maalsti.ts'
import { NIVAAER } from '../../src/domain/enhet.ts'
import { SYN } from '../../src/domain/uttalelse.ts'

const les = (fil: string): string => readFileSync(new URL(`../../docs/${fil}`, import.meta.url), 'utf8')
const kilder = les('kilder.md')

/** The cells of every table row, without the space around them. */
const celler = kilder
  .split('\n')
  .filter((l) => l.startsWith('|'))
  .map((l) =>
    l
      .split('|')
      .slice(1, -1)
      .map((c) => c.trim()),
  )
const minus = (s: string): string => s.replace('-', '−')
const heltall = (n: number): string => minus(String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ' '))
const prosent = (n: number, minst = 1): string =>
  minus((Number.isInteger(n * 10) ? n.toFixed(minst) : String(n)).replace('.', ','))

/** A row with all of these cells, in this order. */
const finnRad = (...soekt: (string | number)[]) =>
  celler.find((rad) => {
    let fra = 0
    return soekt.every((s) => (fra = rad.indexOf(String(s), fra) + 1) > 0)
  })
const harRad = (...soekt: (string | number)[]) => expect(finnRad(...soekt), soekt.join(' | ')).toBeDefined()
const SAMLET: Record<string, string> = { asker: 'Asker totalt', velferd: 'Velferd totalt' }

describe('docs/kilder.md', () => {
  it('har hvert måltall', () => {
    for (const m of MAALTALL)
      harRad(
        SAMLET[m.enhet]!,
        INDIKATORER[m.indikator].navn,
        prosent(m.basis.verdi),
        ...m.milepaeler.map((p) => p.verdi),
      )
  })

  it('har hver publiserte måling med dato', () => {
    for (const m of MAALINGER) harRad(SAMLET[m.enhet]!, INDIKATORER[m.indikator].navn, prosent(m.verdi!), m.dato)
  })

  it('har hver indikator med kilde', () => {
    for (const i of INDIKATORNAVN)
      harRad(
        `${INDIKATORER[i].navn} (\`${i}\`)`,
        INDIKATORER[i].benevning,
        INDIKATORER[i].retning === 'opp' ? 'høyere' : 'lavere',
        DEFINISJONER[i].kilde,
      )
  })

  it('har tallene om enhetene', () => {
    const { kilde, tjenestemottakere, ...ansatte } = TPF
    expect(kilde).toContain('lysark')
    for (const tall of [...Object.values(ansatte), ...Object.values(tjenestemottakere)]) harRad(tall, 2024, 'lysark')
    harRad(prosent(SYKEFRAVAER.bondihagen2024), '%', 2024)
    for (const tall of Object.values(SYKEFRAVAER.royken)) harRad(tall, '%', 'lysark')
    harRad(heltall(HELTIDSPOTTEN.beloep), 'kr', HELTIDSPOTTEN.aar)
    for (const aar of [2024, 2025]) harRad(`Årshjul ${aar}: aktiviteter`, AARSHJUL.filter((o) => o.aar === aar).length)
  })

  it('har likestillingstallene for begge år', () => {
    const par = (p: Kjoenn, skriv: (n: number) => string): string => `${skriv(p.kvinner)} / ${skriv(p.menn)}`
    LIKESTILLING.forEach((l, i) => {
      const iKolonne = (hva: string, verdi: string) =>
        expect(celler.find((r) => r[0] === hva)?.[2 + i], `${hva} ${l.aar}`).toBe(verdi)
      iKolonne('årsverk', heltall(l.aarsverk))
      iKolonne('andel K / M', par(l.andelProsent, prosent))
      iKolonne('andel K / M i listen', l.andelProsentIListen ? par(l.andelProsentIListen, prosent) : '–')
      iKolonne('ledere K / M', par(l.ledere, heltall))
      iKolonne('kommunedirektørens ledergruppe K / M', par(l.ledergruppeProsent, prosent))
      iKolonne('virksomhetsledere K / M', l.virksomhetslederProsent ? par(l.virksomhetslederProsent, prosent) : '–')
      iKolonne('ansatte K / M', par(l.ansatte, heltall))
      iKolonne('midlertidige K / M', par(l.midlertidige, heltall))
      iKolonne('foreldrepermisjon K / M', par(l.foreldrepermisjonUker, heltall))
      iKolonne('deltid K / M', par(l.deltid, heltall))
      iKolonne('lærlinger', heltall(l.laerlinger))
      iKolonne('heltid regnet av antallene', prosent(HELTID_AV_ANTALL[l.aar as 2022 | 2023]))
    })
  })

  it('har foreldrepermisjon og lønn, rad for rad', () => {
    for (const kjoenn of ['kvinner', 'menn'] as const)
      for (const r of FORELDREPERMISJON_2023[kjoenn]) harRad(kjoenn, r.rad, r.snittDager, r.ansatte, heltall(r.dager))
    for (const r of LOENN_2023.rader)
      harRad(
        r.nivaa,
        heltall(r.kvinner),
        heltall(r.menn),
        r.andelKvinnerProsent,
        heltall(r.totalt),
        heltall(r.snittKvinnerKr),
        heltall(r.snittMennKr),
        prosent(r.forskjellProsent),
        heltall(r.forskjellKr),
        heltall(r.snittAlleKr),
      )
  })

  it('tar med merknadene der kilden motsier seg selv', () => {
    for (const ord of [
      'sluttrapport for «Heltidspotten»',
      '75,9 / 24,1',
      '72,3 / 24,4',
      '706 kr',
      '§ 26 a',
      '«ikke registrert»',
      '«Uplassert»',
    ])
      expect(kilder).toContain(ord)
  })
})

describe('docs/ordliste.md', () => {
  const ordliste = les('ordliste.md')
  it.each([
    ['tabell', TABELLNAVN],
    ['indikator', INDIKATORNAVN],
    ['nivå', NIVAAER],
    ['rolle', ROLLER],
    ['ring', RINGER],
    ['tilstand i årshjulet', OPPGAVETILSTANDER],
    ['aktivitetsstatus', AKTIVITETSTATUSER],
    ['status mot målstien', STATUSER],
    ['TØRN-kategori', TOERNKATEGORIER],
    ['TØRN-status', TOERNSTATUSER],
    ['yrke', YRKER],
    ['syn', SYN],
  ] as const)('forklarer hver %s i koden', (_hva, navn) => {
    for (const n of navn) expect(ordliste, n).toMatch(new RegExp(`(^|[^\\p{L}\\p{N}_])${n}([^\\p{L}\\p{N}_]|$)`, 'u'))
  })

  it('nevner bare navn som finnes i koden', () => {
    const mappe = new URL('../../src/', import.meta.url)
    const koden = readdirSync(mappe, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.ts'))
      .map((f) => readFileSync(new URL(f, mappe), 'utf8'))
      .join('\n')
    const navn = [...ordliste.matchAll(/`([^`]+)`/g)].map(([, n]) => n!.replace(/\(\)$/, ''))
    const ukjente = navn.filter((n) => /^[\w]+$/.test(n) && !new RegExp(`\\b${n}\\b`).test(koden))
    expect(ukjente).toEqual(
      ['aa', 'oe', 'ae', 'fraOgMed', 'tilOgMed', 'foer', 'etter'].filter((n) => ukjente.includes(n)),
    )
  })
})
