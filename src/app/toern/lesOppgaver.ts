import * as v from 'valibot'
import { feil, ok, type Resultat } from '../../domain/resultat.ts'
import {
  ENDRINGSSLAG,
  KRAV,
  toernoppgaveSkjema,
  TOERNKATEGORIER,
  VAKTER,
  YRKER,
  type Periode,
  type Toernoppgave,
  type Yrke,
} from '../../domain/toern.ts'
import { gjettKategori } from '../../domain/toernlapp.ts'
import { utenTrygg } from '../../report/trygg.ts'
import { FELTNAVN } from '../texts/felt.ts'
import { KATEGORINAVN, YRKENAVN } from '../texts/toern.ts'
import { ENDRINGSNAVN, OPPGAVEKRAV, VAKTNAVN } from '../texts/toernkrav.ts'
import { lesMinutter } from './oppgavefelter.ts'
import type { Forslag } from './MalerSkjema.vue'

/** A TØRN list out of a spreadsheet: the columns that «Last ned Excel» and «Last ned CSV» write, in any order; only the task itself must be there. */

export interface Lestliste {
  forslag: Forslag[]
  /** A sentence for each row that could not be read: which, and what to do. */
  feil: string[]
}

type Celle = string | number
type Felt = keyof Forslag

const lite = (x: unknown): string =>
  String(x ?? '')
    .trim()
    .toLowerCase()
const LESES = [
  'oppgave',
  'kategori',
  'gjoerIDag',
  'boerGjoere',
  'deltMed',
  'kompetanse',
  'minutter',
  'hvorOfte',
  'vakter',
  'endring',
  'krav',
  'begrunnelse',
] as const satisfies Felt[]
const radSkjema = v.pick(toernoppgaveSkjema, LESES)

/** By its name on the screen, in any case, or by its key. */
const velg = <T extends string>(verdier: readonly T[], navn: Record<T, string>, tekst: string): T | undefined =>
  verdier.find((x) => lite(navn[x]) === tekst || lite(x) === tekst)

const YRKESORD: readonly [Yrke, RegExp][] = [
  ['V', /sykepl|vernepl|spl\b|vpl\b/],
  ['H', /helsefag|hjelpepl|hfa\b|fagarb/],
  ['A', /assist|ufagl/],
  ['S', /service|matvert|renhold|vaskeri/],
  ['B', /bemann|merkant/],
]
const lesYrke = (tekst: string): Yrke | undefined =>
  velg(YRKER, YRKENAVN, tekst) ?? YRKESORD.find(([, ord]) => ord.test(tekst))?.[0]

/** Several in one cell, «helsefagarbeider og assistent» or «hfa/ass.», each once; `undefined` for what is none of them. */
const lesYrker = (tekst: string): (Yrke | undefined)[] => {
  const deler = tekst.replaceAll(lite(YRKENAVN.V), 'sykepleier').split(/[,/;+&]| og /)
  return [...new Set(deler.map((d) => d.trim()).filter((d) => d !== ''))].map(lesYrke)
}

const PERIODE: readonly [Periode, RegExp][] = [
  ['dag', /dag|døgn/],
  ['uke', /uke/],
  ['maaned', /måned|mnd/],
  ['aar', /år/],
]
/** «3 ganger om dagen», «3/dag», «daglig», «hver uke». */
export function lesOfte(tekst: string): string | undefined {
  const periode = PERIODE.find(([, ord]) => ord.test(tekst.replace('maaned', 'måned').replace(/aar$/, 'år')))?.[0]
  const antall = /\d+/.exec(tekst)?.[0] ?? '1'
  return periode && `${antall}/${periode}`
}

const lesFlere = <T extends string>(verdier: readonly T[], navn: Record<T, string>, tekst: string): T[] => {
  const deler = tekst.split(/[,/;]| og /).map((d) => d.trim())
  return verdier.filter((x) => deler.includes(lite(navn[x])) || deler.includes(x) || deler.includes('alle'))
}

/** Fault: HH-720 where no column is called «Oppgave». */
export function lesOppgaver(rader: readonly (readonly Celle[])[]): Resultat<Lestliste> {
  const hode = rader.findIndex((r) => r.some((c) => lite(c) === lite(FELTNAVN.toernoppgave.oppgave)))
  if (hode < 0)
    return feil({
      kode: 'HH-720',
      tekst: 'Finner ingen kolonne som heter «Oppgave». Skriv kolonnenavnene i den øverste raden, og prøv igjen.',
    })
  const kolonne = new Map(
    LESES.map((f) => [f, rader[hode]!.findIndex((c) => lite(c) === lite(FELTNAVN.toernoppgave[f]))]),
  )
  const forslag: Forslag[] = []
  const gale: string[] = []
  for (const [i, rad] of rader.entries()) {
    const raa = (f: Felt): string => utenTrygg(String(rad[kolonne.get(f) ?? -1] ?? '').trim())
    if (i <= hode || raa('oppgave') === '') continue
    const lest = v.safeParse(radSkjema, fraRad(raa), { abortEarly: true })
    if (lest.success) forslag.push(lest.output)
    else gale.push(`Rad ${i + 1}, «${raa('oppgave').slice(0, 60)}»: ${lest.issues[0].message}`)
  }
  return ok({ forslag, feil: gale })
}

function fraRad(raa: (f: Felt) => string): Partial<Record<keyof Toernoppgave, unknown>> {
  const idag = raa('gjoerIDag') === '' ? 'V' : lesYrke(lite(raa('gjoerIDag')))
  const boer = raa('boerGjoere') === '' ? [idag] : lesYrker(lite(raa('boerGjoere'))).filter((y) => y !== undefined)
  const deles = new Set([...boer.slice(1), ...lesYrker(lite(raa('deltMed')))])
  deles.delete(boer[0])
  const ofte = raa('hvorOfte') === '' ? '1/dag' : (lesOfte(lite(raa('hvorOfte'))) ?? raa('hvorOfte'))
  return {
    oppgave: raa('oppgave'),
    kategori:
      raa('kategori') === ''
        ? gjettKategori(raa('oppgave'))
        : velg(TOERNKATEGORIER, KATEGORINAVN, lite(raa('kategori'))),
    gjoerIDag: idag,
    boerGjoere: boer[0],
    deltMed: [...deles],
    kompetanse: raa('kompetanse'),
    minutter: raa('minutter') === '' ? 10 : lesMinutter(raa('minutter')),
    hvorOfte: ofte,
    vakter: lesFlere(VAKTER, VAKTNAVN, lite(raa('vakter'))),
    endring: velg(ENDRINGSSLAG, ENDRINGSNAVN, lite(raa('endring'))) ?? '',
    krav: lesFlere(KRAV, OPPGAVEKRAV, lite(raa('krav'))),
    begrunnelse: raa('begrunnelse'),
  }
}
