import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { grunnlag } from '../../src/domain/asker/grunnlag.ts'
import { MAALTALL, maaltallId } from '../../src/domain/asker/maaltall.ts'
import { ENHETER, SYKEFRAVAER, TPF } from '../../src/domain/asker/organisasjon.ts'
import { HELTID, UTVALG } from '../../src/domain/asker/kilder.ts'
import { KOMMUNE } from '../../src/domain/asker/kommune.ts'
import { sisteDagIMaaned } from '../../src/domain/dato.ts'
import { hentSkjemaer, skjemaFor } from '../../src/domain/skjemaer.ts'
import { TABELLNAVN, type Rad } from '../../src/domain/tabeller.ts'
import { fasit } from '../support/fasit.ts'

await hentSkjemaer(TABELLNAVN)

const rader = grunnlag()
const les = <T extends 'enhet' | 'maaltall' | 'maaling' | 'aarshjuloppgave'>(type: T) =>
  rader.filter((r) => r.type === type).map((r) => ({ id: r.id, ...(v.parse(skjemaFor(type), r.set) as Rad<T>) }))

describe('Grunnlaget', () => {
  it.each(rader.map((r) => [r.type, r.id, r] as const))('%s %s passer i tabellen sin', (type, _id, rad) => {
    expect(v.safeParse(skjemaFor(type), rad.set).issues).toBeUndefined()
    expect(rad.space).toBe('project')
    expect(rad.id).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/)
  })

  it('har aldri to rader med samme id', () => {
    expect(new Set(rader.map((r) => `${r.type}/${r.id}`)).size).toBe(rader.length)
  })

  it('inneholder ingenting oppdiktet, og alt oppgir kilden sin', () => {
    for (const r of rader) {
      expect(r.set.eksempel ?? false, r.id).toBe(false)
      expect(String(r.set.kilde), r.id).not.toBe('')
    }
  })

  it('er hva en tom installasjon trenger: enheter, måltall, publiserte tall og årshjul', () => {
    expect(new Set(rader.map((r) => r.type))).toEqual(new Set(['enhet', 'maaltall', 'maaling', 'aarshjuloppgave']))
  })
})

interface Gren {
  id: string
  name: string
  short?: string
  kind: string
  children?: Gren[]
}
const flat = (
  g: Gren,
  over: string | null,
): { id: string; navn: string; kortnavn: string; nivaa: string; overordnet: string | null }[] => [
  { id: g.id, navn: g.name, kortnavn: g.short ?? '', nivaa: g.kind, overordnet: over },
  ...(g.children ?? []).flatMap((b) => flat(b, g.id)),
]

describe('Enhetene', () => {
  const enheter = les('enhet')

  it('er de som kildene nevner, på sin plass', () => {
    const ventet = flat(fasit.organisation as Gren, null).map((e) =>
      e.id === KOMMUNE.id ? { ...e, kortnavn: KOMMUNE.kortnavn } : e,
    )
    const plassert = enheter.filter((e) => e.overordnet !== null || e.nivaa === 'kommune')
    expect(
      plassert.map(({ id, navn, kortnavn, nivaa, overordnet }) => ({ id, navn, kortnavn, nivaa, overordnet })),
    ).toEqual(expect.arrayContaining(ventet))
    expect(plassert).toHaveLength(ventet.length)
  })

  it('som kildene ikke plasserer, er uplassert', () => {
    const uplassert = enheter.filter((e) => e.overordnet === null && e.nivaa !== 'kommune')
    expect(uplassert.map((e) => [e.id, e.navn, e.nivaa])).toEqual(
      fasit.organisation.unplaced.units.map((u) => [u.id, u.name, u.kind]),
    )
    for (const e of uplassert) expect(e.beskrivelse).toContain('Kilden sier ikke hvilken virksomhet')
  })

  it('beskriver Bondihagen og Røyken med kildens tall', () => {
    const [, , bondihagen, royken] = fasit.organisation.unplaced.units
    const tekst = (id: string) => ENHETER.find((e) => e.id === id)?.beskrivelse ?? ''
    for (const n of [bondihagen?.leiligheter, bondihagen?.enheter, bondihagen?.aarsverk, '50 %', '7,8 %'])
      expect(tekst('bondihagen')).toContain(String(n))
    for (const n of [...(royken?.boenheter ?? []), royken?.beboere, royken?.dagplasser, '27 %', '16 %'])
      expect(tekst('royken')).toContain(String(n))
    expect(SYKEFRAVAER.bondihagen2024).toBe(bondihagen?.sykefravaer?.['2024'])
    expect(SYKEFRAVAER.royken).toMatchObject({
      hoeyest: royken?.sykefravaer?.peak,
      hoesten2024: royken?.sykefravaer?.now,
    })
  })

  it('har TPFs ansatte og tjenestemottakere som i lysarkene', () => {
    const { kilde, vedtakKapittel9, miljoeterapeuter, ...resten } = TPF
    expect(kilde).not.toBe('')
    expect(vedtakKapittel9).toBe(30)
    expect({ ...resten, miljoterapeuter: miljoeterapeuter }).toEqual(fasit.organisation.tpfStaff)
  })
})

describe('Måltallene', () => {
  it('er de fire som PSU vedtok, tall for tall', () => {
    expect(
      les('maaltall').map(({ id, enhet, indikator, basis, milepaeler }) => ({
        id,
        enhet,
        indikator,
        basis,
        milepaeler,
      })),
    ).toEqual(
      fasit.targets.map((t) => ({
        id: maaltallId(t.scope, t.indicator),
        enhet: t.scope,
        indikator: t.indicator,
        basis: { aar: t.baseline.year, verdi: t.baseline.value },
        milepaeler: Object.entries(t.targets).map(([aar, verdi]) => ({ aar: Number(aar), verdi })),
      })),
    )
  })

  it('sier fra der kilden er påfallende: Velferds stillingsmål er like Askers mål for andel heltid', () => {
    expect(MAALTALL[3]?.merknad).toContain('de samme som for Askers andel heltid')
    expect(MAALTALL[3]?.milepaeler.map((m) => m.verdi)).toEqual(MAALTALL[0]?.milepaeler.map((m) => m.verdi))
  })
})

describe('Målingene', () => {
  const maalinger = les('maaling')
  const verdi = (id: string) => maalinger.find((m) => m.id === id)?.verdi

  it('har utgangspunktet ved utgangen av 2020 og tallet for april 2024', () => {
    for (const t of fasit.targets) {
      const [aar, maaned] = t.latest.date.split('-').map(Number)
      expect(verdi(`${maaltallId(t.scope, t.indicator)}-2020-12-31`)).toBe(t.baseline.value)
      expect(verdi(`${maaltallId(t.scope, t.indicator)}-${sisteDagIMaaned(aar!, maaned!)}`)).toBe(t.latest.value)
    }
  })

  it('har KS’ serier per 1. desember, som egne indikatorer', () => {
    for (const serie of fasit.ksSeries)
      for (const [aar, tall] of Object.entries(serie.values))
        expect(verdi(`${maaltallId(serie.scope, serie.indicator)}-${aar}-12-01`)).toBe(tall)
  })

  it('er ikke flere enn kildene har, og er verdier uten antall bak', () => {
    const ks = fasit.ksSeries.flatMap((s) => Object.keys(s.values))
    expect(maalinger).toHaveLength(fasit.targets.length * 2 + ks.length)
    for (const m of maalinger) expect([m.teller, m.nevner]).toEqual([null, null])
  })
})

describe('Årshjulene', () => {
  const hjul = les('aarshjuloppgave')

  it.each([2024, 2025] as const)('for %i er kildens, i kildens rekkefølge', (aar) => {
    const kilden = Object.entries(fasit.aarshjul[aar]).flatMap(([kvartal, titler]) =>
      titler.map((tittel, i) => ({ kvartal: Number(kvartal), rekkefoelge: i + 1, tittel })),
    )
    const vaare = hjul.filter((o) => o.aar === aar)
    expect(vaare.map(({ kvartal, rekkefoelge, tittel }) => ({ kvartal, rekkefoelge, tittel }))).toEqual(kilden)
    expect(vaare).toHaveLength(aar === 2024 ? 32 : 25)
  })

  it('har hverken datoer eller kryss, for kilden sier ikke hva som ble gjort', () => {
    for (const o of hjul) expect([o.dato, o.gjortDato, o.gjortAv, o.tilstand]).toEqual([null, null, '', 'vedtatt'])
  })

  it('har en ring og en ansvarlig rolle for hver aktivitet', () => {
    for (const o of hjul)
      expect(['prosjektleder', 'virksomhetsleder', 'prosjekteier', 'ressursteam HR']).toContain(o.ansvarlig)
    for (const aar of [2024, 2025]) expect(new Set(hjul.filter((o) => o.aar === aar).map((o) => o.ring)).size).toBe(4)
  })

  it('sier fra om sluttrapporten som kommer før prosjektet er slutt', () => {
    const [rar, ...flere] = hjul.filter((o) => o.merknad !== '')
    expect(flere).toEqual([])
    expect(rar).toMatchObject({ aar: 2025, kvartal: 4, tittel: 'Prosjektregnskap/sluttrapport «Heltidspotten»' })
    expect(rar?.merknad).toContain('2026')
  })
})

describe('Definisjonen av heltid', () => {
  it('er 80–100 prosent, begge medregnet', () => {
    const d = fasit.definitions
    expect([HELTID.fraOgMed, HELTID.tilOgMed, HELTID.tekst]).toEqual([d.heltid.lower, d.heltid.upper, d.heltid.value])
    expect(UTVALG.medregnet).toEqual(d.population.included)
    expect(UTVALG.utelatt).toEqual(d.population.excluded)
  })
})
