import type { Indikatornavn } from '../../src/domain/indikatorer.ts'
import type { Stilling } from '../../src/domain/stillingsbilde.ts'
import type { Post } from '../../src/domain/tabeller.ts'
import type { Startrad } from './bondihagen.ts'

/** Rows with figures, as the sync brings them. */

export const enhet = (id: string, navn: string, felt: Partial<Post<'enhet'>> = {}): Startrad => ({
  type: 'enhet',
  post: {
    id,
    rom: 'project',
    navn,
    kortnavn: '',
    nivaa: 'avdeling',
    overordnet: null,
    pilot: false,
    beskrivelse: '',
    kilde: '',
    eksempel: false,
    ...felt,
  },
})

let nr = 0
export const maaling = (
  enhetId: string,
  indikator: Indikatornavn,
  dato: string,
  antall: [number, number] | number,
  felt: Partial<Post<'maaling'>> = {},
): Startrad => ({
  type: 'maaling',
  post: {
    id: `maaling-${++nr}`,
    rom: `unit:${enhetId}`,
    enhet: enhetId,
    indikator,
    dato,
    teller: typeof antall === 'number' ? null : antall[0],
    nevner: typeof antall === 'number' ? null : antall[1],
    verdi: typeof antall === 'number' ? antall : null,
    kilde: 'HRM',
    merknad: '',
    spurt: null,
    deler: null,
    registrertAv: 'avdelingsleder',
    eksempel: false,
    ...felt,
  },
})

export const maaltall = (
  enhetId: string,
  indikator: Indikatornavn,
  basis: [number, number],
  milepaeler: [number, number][],
): Startrad => ({
  type: 'maaltall',
  post: {
    id: `${enhetId}-${indikator.toLowerCase()}`,
    rom: 'project',
    enhet: enhetId,
    indikator,
    basis: { aar: basis[0], verdi: basis[1] },
    milepaeler: milepaeler.map(([aar, verdi]) => ({ aar, verdi })),
    vedtatt: '',
    vedtattDato: null,
    kilde: '',
    merknad: '',
    eksempel: true,
  },
})

export const brudd = (enhetId: string, dato: string, grunn: string, felt: Partial<Post<'brudd'>> = {}): Startrad => ({
  type: 'brudd',
  post: {
    id: `brudd-${++nr}`,
    rom: `unit:${enhetId}`,
    enhet: enhetId,
    indikator: null,
    dato,
    slag: 'omorganisering',
    grunn,
    under: false,
    registrertAv: 'avdelingsleder',
    eksempel: false,
    ...felt,
  },
})

/** Groups of people: percent, how many, profession, gender. */
export const stillingsbilde = (
  enhetId: string,
  dato: string,
  grupper: [number, number, Stilling['yrke'], Stilling['kjoenn']][],
): Startrad => ({
  type: 'stillingsbilde',
  post: {
    id: `bilde-${++nr}`,
    rom: `unit:${enhetId}`,
    enhet: enhetId,
    dato,
    kilde: 'HRM',
    merknad: '',
    registrertAv: 'avdelingsleder',
    stillinger: grupper.map(([prosent, antall, yrke, kjoenn]) => ({ prosent, antall, yrke, kjoenn })),
    eksempel: false,
  },
})

export const aktivitet = (id: string, tittel: string, felt: Partial<Post<'aktivitet'>> = {}): Startrad => ({
  type: 'aktivitet',
  post: {
    id,
    rom: 'unit:bondihagen',
    tittel,
    beskrivelse: '',
    tiltaksmaal: null,
    status: 'planlagt',
    ansvarlig: '',
    frist: null,
    ferdigDato: null,
    eksempel: false,
    ...felt,
  },
})

/** Bondihagen as in the pictures: 14 of 54, 40 % wanted in 2026. */
export const BONDIHAGEN: Startrad[] = [
  maaltall(
    'bondihagen',
    'andelHeltid',
    [2023, 15],
    [
      [2024, 20],
      [2026, 40],
      [2028, 55],
      [2030, 74],
    ],
  ),
  maaltall(
    'bondihagen',
    'gjennomsnittligStilling',
    [2023, 50],
    [
      [2024, 52],
      [2026, 60],
    ],
  ),
  maaling('bondihagen', 'andelHeltid', '2025-09-01', [12, 54]),
  maaling('bondihagen', 'andelHeltid', '2026-06-01', [13, 54]),
  maaling('bondihagen', 'andelHeltid', '2026-11-01', [14, 54]),
  maaling('bondihagen', 'gjennomsnittligStilling', '2026-11-01', [30, 54]),
]
