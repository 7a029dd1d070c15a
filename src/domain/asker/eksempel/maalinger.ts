import { dagerFra, leggTilDager, leggTilMaaneder, maanedAv, sisteDagIMaaned, aarAv, type Dato } from '../../dato.ts'
import { statusMotSti, stiVerdi } from '../../maalsti.ts'
import type { Maaltall } from '../../maaltall.ts'
import { startrad, type Innhold, type Startrad } from '../../startrad.ts'
import { eksempelmaaltall, EKSEMPELENHETER, type Eksempelenhet, type Loep } from './enheter.ts'
import { tilfeldig } from './tilfeldig.ts'

const AAR_TILBAKE_MAANEDER = 30
/** Percentage points over or under the path that a unit comes to, when it has been at it for a while. */
const AVSTAND = { foran: 2.6, i_rute: -0.5, bak: -3.4 } as const
/** Who is behind in the demo is so clearly, whatever the rounding. */
const TYDELIG_BAK = -1.3

const maaned = (d: Dato): string => d.slice(0, 7)

/**
 * The days a unit measured on, oldest first, none after today: each quarter's last month, and the latest two months.
 *
 * What a month's measurement says depends on the unit and the month alone, so a later day adds rows and changes none.
 */
export function maaledager(e: Eksempelenhet, idag: Dato): Dato[] {
  const siste = leggTilDager(idag, -e.taus)
  const dager: Dato[] = []
  for (let i = AAR_TILBAKE_MAANEDER; i >= 0; i--) {
    const m = leggTilMaaneder(`${maaned(idag)}-01`, -i)
    const erBasis = maaned(m) === `${e.basisaar}-12`
    const dag = erBasis ? `${e.basisaar}-12-31` : `${maaned(m)}-${String(e.dag).padStart(2, '0')}`
    const iTakt = maanedAv(m) % 3 === 0 || maaned(m) >= maaned(leggTilMaaneder(siste, -1))
    if (iTakt && dag <= siste && dag >= `${e.basisaar}-12-31`) dager.push(dag)
  }
  return dager
}

const ventet = (m: Innhold<'maaltall'>, dag: Dato): number => stiVerdi(m as Maaltall, dag) ?? m.basis.verdi

/** What the unit would have measured: the path, the distance it has come to, and a little unrest. Percent. */
function oensket(m: Innhold<'maaltall'>, loep: Loep, dag: Dato): number {
  const underveis = Math.min(1, Math.max(0, dagerFra(`${m.basis.aar}-12-31`, dag)) / 300)
  const uro = (tilfeldig(`${m.enhet}/${m.indikator}/${maaned(dag)}`) - 0.5) * (loep.status === 'i_rute' ? 0.4 : 1)
  return ventet(m, dag) + (loep.status === 'i_rute' ? -0.5 : AVSTAND[loep.status] * underveis) + uro
}

const passer = (verdi: number, m: Innhold<'maaltall'>, loep: Loep, dag: Dato): boolean =>
  statusMotSti(verdi, m as Maaltall, dag) === loep.status &&
  (loep.status !== 'bak' || verdi - ventet(m, dag) < TYDELIG_BAK)

/** The whole numbers of people nearest to what is wanted that give the wanted status. */
function tellHeltid(
  m: Innhold<'maaltall'>,
  loep: Loep,
  dag: Dato,
  ansatte: number,
): { teller: number; nevner: number } {
  const maal = oensket(m, loep, dag)
  let best = { teller: Math.round((maal * ansatte) / 100), nevner: ansatte, tap: Infinity }
  for (let nevner = ansatte - 4; nevner <= ansatte + 4; nevner++) {
    for (let teller = Math.floor((maal * nevner) / 100) - 3; teller <= (maal * nevner) / 100 + 3; teller++) {
      const verdi = (teller / nevner) * 100
      const tap = Math.abs(verdi - maal) + Math.abs(nevner - ansatte) * 0.4
      if (tap < best.tap && passer(verdi, m, loep, dag)) best = { teller, nevner, tap }
    }
  }
  return { teller: best.teller, nevner: best.nevner }
}

function tellAarsverk(m: Innhold<'maaltall'>, loep: Loep, dag: Dato, ansatte: number): number {
  const midt = Math.round((oensket(m, loep, dag) * ansatte) / 10)
  for (let i = 0; i < 40; i++) {
    const tideler = midt + (i % 2 ? -1 : 1) * Math.ceil(i / 2)
    if (passer((tideler * 10) / ansatte, m, loep, dag)) return tideler / 10
  }
  return midt / 10
}

const felles = (e: Eksempelenhet, dag: Dato) =>
  ({ enhet: e.id, dato: dag, kilde: 'HRM (eksempel)', registrertAv: 'avdelingsleder', eksempel: true }) as const
const rad = (e: Eksempelenhet, dag: Dato, set: Innhold<'maaling'>): Startrad =>
  startrad(`unit:${e.id}`, 'maaling', `eks-${e.id}-${set.indikator.toLowerCase()}-${maaned(dag)}`, set)

function enhetsmaalinger(e: Eksempelenhet, idag: Dato): Startrad[] {
  const heltid = eksempelmaaltall(e, 'andelHeltid')
  const stilling = eksempelmaaltall(e, 'gjennomsnittligStilling')
  return maaledager(e, idag).flatMap((dag) => {
    const ansatte = Math.round((e.aarsverk * 100) / oensket(stilling, e.loep.gjennomsnittligStilling, dag))
    const antall = tellHeltid(heltid, e.loep.andelHeltid, dag, ansatte)
    const aarsverk = tellAarsverk(stilling, e.loep.gjennomsnittligStilling, dag, antall.nevner)
    return [
      rad(e, dag, { ...felles(e, dag), indikator: 'andelHeltid', ...antall }),
      rad(e, dag, { ...felles(e, dag), indikator: 'gjennomsnittligStilling', teller: aarsverk, nevner: antall.nevner }),
      ...undersoekelse(e, dag, antall.nevner - antall.teller),
    ]
  })
}

/** Each September those in deltid are asked whether they want more. */
function undersoekelse(e: Eksempelenhet, dag: Dato, deltid: number): Startrad[] {
  if (maanedAv(dag) !== 9 || deltid < 2) return []
  const svarte = Math.max(1, Math.round(deltid * (0.66 + tilfeldig(`${e.id}/svar/${maaned(dag)}`) * 0.22)))
  const teller = Math.round(svarte * (0.24 + tilfeldig(`${e.id}/mer/${maaned(dag)}`) * 0.2))
  const kilde = 'Undersøkelse (eksempel)'
  return [
    rad(e, dag, { ...felles(e, dag), kilde, indikator: 'ufrivilligDeltid', teller, nevner: svarte, spurt: deltid }),
  ]
}

/** About what part of the days is lost. Bondihagen's 7,8 % and Røyken's 16 % are the source's; the others are invented. */
const fravaer = (e: Eksempelenhet): number =>
  ({ bondihagen: 0.078, royken: 0.16 })[e.id] ?? 0.07 + tilfeldig(`${e.id}/fravaer`) * 0.04

/** Hours of extra shifts and sick leave in the month before. */
function vikarerOgFravaer(e: Eksempelenhet, idag: Dato): Startrad[] {
  return maaledager(e, idag).flatMap((dag) => {
    const maaneder = dagerFra('2023-12-31', dag) / 30.4
    const uro = (hva: string): number => tilfeldig(`${e.id}/${hva}/${maaned(dag)}`) - 0.5
    const stoerrelse = e.aarsverk / 30
    const timer = Math.round(stoerrelse * (240 + 400 * Math.exp(-maaneder / 40)) * (1 + uro('vikarbruk') * 0.16))
    const del = (andel: number, hva: string): number => Math.round(timer * (andel + uro(hva) * 0.06))
    const deler = {
      ekstravakt: del(0.5, 'ekstravakt'),
      overtid: del(0.14, 'overtid'),
      tilkalling: del(0.24, 'tilkalling'),
    }
    const byraa = timer - deler.ekstravakt - deler.overtid - deler.tilkalling
    const forrige = leggTilMaaneder(`${maaned(dag)}-01`, -1)
    const dager = Number(sisteDagIMaaned(aarAv(forrige), maanedAv(forrige)).slice(8))
    const avtalt = Math.round(e.aarsverk * (20 + dager / 15))
    const tapt = Math.round(avtalt * (fravaer(e) + uro('sykefravaer') * 0.026))
    const egenmeldt = Math.round(tapt * (0.22 + uro('egenmeldt') * 0.1))
    return [
      rad(e, dag, {
        ...felles(e, dag),
        kilde: 'GAT (eksempel)',
        indikator: 'vikarbruk',
        verdi: timer,
        deler: { ...deler, byraa },
      }),
      rad(e, dag, {
        ...felles(e, dag),
        indikator: 'sykefravaer',
        teller: tapt,
        nevner: avtalt,
        deler: { egenmeldt, legemeldt: tapt - egenmeldt },
      }),
    ]
  })
}

/** Invented measurements up to today for every unit of the demo. */
export const eksempelmaalinger = (idag: Dato): Startrad[] => [
  ...EKSEMPELENHETER.flatMap((e) => enhetsmaalinger(e, idag)),
  ...EKSEMPELENHETER.flatMap((e) => vikarerOgFravaer(e, idag)),
]
