import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
  type Plugin,
} from 'chart.js'
import { skrivKort } from '../../domain/tallformat.ts'
import type { Grafdata } from './grafdata.ts'
import type { Graffarger } from './graffarger.ts'

/** Draws the large chart with chart.js. This file and the library are fetched when a unit is first shown. */

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement, Tooltip)

type Serie = ChartDataset<'line', { x: number; y: number; tekst?: string }[]>

export interface TegnetGraf {
  oppdater(data: Grafdata, farger: Graffarger): void
  fjern(): void
}

export function tegnGraf(lerret: HTMLCanvasElement, data: Grafdata, farger: Graffarger): TegnetGraf {
  let naa = { data, farger }
  const graf = new Chart<'line', Serie['data']>(lerret, {
    type: 'line',
    data: { datasets: serier(data, farger) },
    options: valg(data, farger),
    plugins: [verdierOverMilepaeler(() => naa)],
  })
  return {
    oppdater(nyeData, nyeFarger) {
      naa = { data: nyeData, farger: nyeFarger }
      graf.data.datasets = serier(nyeData, nyeFarger)
      graf.options = valg(nyeData, nyeFarger)
      graf.update('none')
    },
    fjern: () => graf.destroy(),
  }
}

function serier(d: Grafdata, f: Graffarger): Serie[] {
  const usynlig = { pointRadius: 0, pointHitRadius: 0, borderWidth: 0 }
  return [
    { data: d.baand.map((b) => ({ x: b.t, y: b.hoey })), ...usynlig, fill: '+1', backgroundColor: f.baand, order: 4 },
    { data: d.baand.map((b) => ({ x: b.t, y: b.lav })), ...usynlig, order: 4 },
    {
      data: d.sti,
      borderColor: f.sti,
      borderWidth: 1.8,
      borderDash: [5, 4],
      pointStyle: d.sti.map((_, i) => (i === 0 ? false : 'rectRot')),
      pointRadius: 6.5,
      pointHoverRadius: 8,
      pointHitRadius: 16,
      pointBackgroundColor: f.kort,
      pointBorderColor: f.sti,
      pointBorderWidth: 1.8,
      order: 3,
    },
    {
      data: d.maalt,
      borderColor: f.fjord,
      borderWidth: 3,
      borderCapStyle: 'round',
      borderJoinStyle: 'round',
      pointRadius: d.maalt.map((_, i) => (i === d.maalt.length - 1 ? 6 : 3.6)),
      pointHoverRadius: 8,
      pointHitRadius: 16,
      pointBackgroundColor: f.fjord,
      pointBorderColor: f.kort,
      pointBorderWidth: 2,
      order: 1,
    },
  ]
}

const valg = (d: Grafdata, f: Graffarger) =>
  ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    clip: 12,
    layout: { padding: { top: d.sti.length > 0 ? 24 : 8, right: 18 } },
    font: { family: f.skrift, size: 12 * skala() },
    interaction: { mode: 'nearest', intersect: true },
    scales: {
      x: {
        type: 'linear',
        min: d.t.min,
        max: d.t.max,
        grid: { display: false },
        border: { display: false },
        afterBuildTicks: (akse: { ticks: { value: number }[] }) => {
          akse.ticks = aarsposisjoner(d).map((value) => ({ value }))
        },
        ticks: {
          color: f.dempet,
          maxRotation: 0,
          autoSkipPadding: 12,
          callback: (t: number | string) => String(d.aarVedSlutt ? Number(t) - 1 : Math.floor(Number(t))),
        },
      },
      y: {
        min: d.y.min,
        max: d.y.max,
        grid: { color: f.haar, tickLength: 0 },
        border: { display: false },
        ticks: {
          color: f.dempet,
          stepSize: d.y.steg,
          padding: 8,
          callback: (v: number | string) => skrivKort(Number(v)),
        },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: f.blekk,
        bodyColor: f.kort,
        bodyFont: { family: f.skrift, size: 14 * skala() },
        padding: 10,
        cornerRadius: 8,
        callbacks: {
          title: () => '',
          label: (punkt: { raw: unknown }) => (punkt.raw as { tekst?: string }).tekst ?? '',
        },
      },
    },
  }) as const

const skala = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1

function aarsposisjoner(d: Grafdata): number[] {
  if (d.aarVedSlutt) return d.sti.map((p) => p.x)
  const aar: number[] = []
  for (let a = Math.floor(d.t.min); a <= d.t.max; a++) if (a + 0.5 >= d.t.min && a + 0.5 <= d.t.max) aar.push(a + 0.5)
  return aar
}

/** The value of each milestone above its diamond, or below where the measured line runs above. */
const verdierOverMilepaeler = (naa: () => { data: Grafdata; farger: Graffarger }): Plugin<'line'> => ({
  id: 'milepaelverdier',
  afterDatasetsDraw({ ctx, scales }) {
    const { data, farger } = naa()
    const [x, y] = [scales['x'], scales['y']]
    if (!x || !y) return
    ctx.save()
    ctx.font = `560 ${13 * skala()}px ${farger.skrift}`
    ctx.fillStyle = farger.dempet
    ctx.textAlign = 'center'
    for (const m of data.sti.slice(1)) {
      const [mx, my] = [x.getPixelForValue(m.x), y.getPixelForValue(m.y)]
      const opptatt = data.maalt.some((p) => {
        const [px, py] = [x.getPixelForValue(p.x), y.getPixelForValue(p.y)]
        return Math.abs(px - mx) < 24 && py < my - 2 && py > my - 30
      })
      ctx.fillText(`${skrivKort(m.y)}\u00a0%`, mx, opptatt ? my + 22 * skala() : my - 13)
    }
    ctx.restore()
  },
})
