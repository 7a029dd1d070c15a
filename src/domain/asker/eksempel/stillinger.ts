import { leggTilMaaneder, type Dato } from '../../dato.ts'
import type { Stilling } from '../../stillingsbilde.ts'
import { HELTID_FRA, ordneStillinger } from '../../stillingstall.ts'
import { startrad, type Startrad } from '../../startrad.ts'
import { EKSEMPELENHETER, type Eksempelenhet } from './enheter.ts'
import { tilfeldig } from './tilfeldig.ts'

/** Sizes that are usual in turnus, in tenths of a percent: those below heltid and those that are it. */
const DELTID = [141, 200, 250, 282, 352, 400, 450, 500, 550, 600, 650, 704, 750, 788]
const HELTID = [800, 832, 850, 900, 945, 1000, 1000, 1000]

const velg = <T>(fra: readonly T[], noekkel: string): T => fra[Math.floor(tilfeldig(noekkel) * fra.length)]!

/**
 * Sizes, in tenths of a percent, of so many people of whom so many are heltid, that add up to the sum exactly.
 *
 * Drawn from what is usual and then moved, one person at a time, towards the sum, to another usual size as long as that helps.
 */
function stoerrelser(noekkel: string, heltid: number, ansatte: number, sum: number): number[] {
  const liste = (i: number): number[] => (i < heltid ? HELTID : DELTID)
  const tall = Array.from({ length: ansatte }, (_, i) => velg(liste(i), `${noekkel}/${i}`))
  const rest = (): number => sum - tall.reduce((a, b) => a + b, 0)
  for (let runde = 0; runde < 30; runde++) {
    for (let i = ansatte - 1; i >= 0; i--) {
      const mangler = rest()
      const neste = velg(liste(i), `${noekkel}/${i}/${runde}`)
      if (Math.abs(mangler - (neste - tall[i]!)) < Math.abs(mangler)) tall[i] = neste
    }
  }
  for (let i = ansatte - 1; i >= 0; i--) {
    const [lavest, hoeyest] = i < heltid ? [800, 1000] : [100, 799]
    tall[i] = Math.min(hoeyest, Math.max(lavest, tall[i]! + rest()))
  }
  return tall
}

function person(noekkel: string, prosent: number): Stilling {
  const stor = prosent >= HELTID_FRA
  const p = tilfeldig(`${noekkel}/yrke`)
  const yrke = p < (stor ? 0.34 : 0.1) ? 'V' : p < (stor ? 0.86 : 0.55) ? 'H' : p < 0.93 ? 'A' : p < 0.97 ? 'S' : ''
  const kjoenn = tilfeldig(`${noekkel}/kjoenn`) < (stor ? 0.74 : 0.84) ? 'kvinne' : 'mann'
  return { prosent, antall: 1, yrke, kjoenn }
}

const maaned = (r: Startrad): string => String(r.set['dato']).slice(0, 7)

/** The picture behind a day's two measurements; what it says depends on them, the unit and the month alone. */
function bilde(e: Eksempelenhet, heltid: Startrad, stilling: Startrad): Startrad {
  const noekkel = `${e.id}/stillinger/${maaned(heltid)}`
  const sum = Math.round(Number(stilling.set['teller']) * 1000)
  const tideler = stoerrelser(noekkel, Number(heltid.set['teller']), Number(heltid.set['nevner']), sum)
  return startrad(`unit:${e.id}`, 'stillingsbilde', `eks-${e.id}-stillinger-${maaned(heltid)}`, {
    enhet: e.id,
    dato: String(heltid.set['dato']),
    kilde: 'HRM (eksempel)',
    registrertAv: 'avdelingsleder',
    stillinger: ordneStillinger(tideler.map((t, i) => person(`${noekkel}/${i}`, t / 10))),
    eksempel: true,
  })
}

/** For each unit of the demo the positions behind its newest measurement and behind one about a year older. */
export const eksempelstillinger = (maalinger: readonly Startrad[]): Startrad[] =>
  EKSEMPELENHETER.flatMap((e) => {
    const dag = (r: Startrad): Dato => String(r.set['dato'])
    const egne = (indikator: string): Startrad[] =>
      maalinger.filter((r) => r.space === `unit:${e.id}` && r.set['indikator'] === indikator)
    const heltid = egne('andelHeltid').sort((a, b) => (dag(a) < dag(b) ? -1 : 1))
    const siste = heltid.at(-1)
    if (siste === undefined) return []
    const foer = heltid.findLast((r) => dag(r) <= leggTilMaaneder(dag(siste), -12)) ?? heltid[0]
    return [foer, siste].flatMap((h) => {
      const stilling = egne('gjennomsnittligStilling').find((r) => h !== undefined && dag(r) === dag(h))
      return h && stilling ? [bilde(e, h, stilling)] : []
    })
  })
