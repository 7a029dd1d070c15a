import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartDataset,
  type Plugin,
  type Scale,
} from 'chart.js'
import { skrivKort } from '../../domain/tallformat.ts'
import type { Grafdata } from './grafdata.ts'
import type { Graffarger } from './graffarger.ts'

/** Draws the large chart with chart.js. This file and the library are fetched when a unit is first shown. */

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement)

type Serie = ChartDataset<'line', { x: number; y: number }[]>

/** From years and figures to pixels of the chart as it is drawn now. */
export interface Grafskala {
  x: (aar: number) => number
  y: (verdi: number) => number
}
export interface TegnetGraf {
  oppdater(data: Grafdata, farger: Graffarger): void
  fjern(): void
}

/** @param lagtUt called each time the chart has been laid out: at first, when its size changes, and when its figures do */
export function tegnGraf(
  lerret: HTMLCanvasElement,
  data: Grafdata,
  farger: Graffarger,
  lagtUt: (skala: Grafskala) => void = () => undefined,
  fast = false,
): TegnetGraf {
  let naa = { data, farger }
  const maalUt: Plugin<'line'> = {
    id: 'lagtut',
    afterLayout: ({ scales: { x, y } }) => {
      if (x && y) lagtUt({ x: (aar) => x.getPixelForValue(aar), y: (verdi) => y.getPixelForValue(verdi) })
    },
  }
  const graf = new Chart<'line', Serie['data']>(lerret, {
    type: 'line',
    data: { datasets: serier(data, farger) },
    options: { ...valg(data, farger), ...(fast ? { responsive: false, devicePixelRatio: 2 } : {}) },
    plugins: [maalUt, bruddstreker(() => naa), verdierOverMilepaeler(() => naa)],
  })
  return {
    oppdater(nyeData, nyeFarger) {
      naa = { data: nyeData, farger: nyeFarger }
      graf.data.datasets = serier(nyeData, nyeFarger)
      graf.options = valg(nyeData, nyeFarger)
      graf.resize()
      graf.update('none')
    },
    fjern: () => graf.destroy(),
  }
}

function serier(d: Grafdata, f: Graffarger): Serie[] {
  const usynlig = { pointRadius: 0, borderWidth: 0 }
  const sisteDel = d.maalt.length - 1
  return [
    { data: d.baand.map((b) => ({ x: b.x, y: b.hoey })), ...usynlig, fill: '+1', backgroundColor: f.baand, order: 4 },
    { data: d.baand.map((b) => ({ x: b.x, y: b.lav })), ...usynlig, order: 4 },
    {
      data: d.sti,
      borderColor: f.sti,
      borderWidth: 1.8,
      borderDash: [5, 4],
      pointStyle: d.sti.map((_, i) => (i === 0 ? false : 'rectRot')),
      pointRadius: 6.5,
      pointBackgroundColor: f.kort,
      pointBorderColor: f.sti,
      pointBorderWidth: 1.8,
      order: 3,
    },
    ...d.maalt.map((del, nr): Serie => ({
      data: del,
      borderColor: f.fjord,
      borderWidth: 3,
      borderCapStyle: 'round',
      borderJoinStyle: 'round',
      pointRadius: ({ chart, dataIndex }) =>
        nr === sisteDel && dataIndex === del.length - 1 ? 6 : staarFritt(del, dataIndex, chart.scales['x']) ? 3.6 : 0,
      pointBackgroundColor: f.fjord,
      pointBorderColor: f.kort,
      pointBorderWidth: 2,
      order: 1,
    })),
  ]
}

const MELLOM_PUNKTER = 11

/** Measured often, dots would hide the line: the newest has one, and before it each that stands clear of the next. */
function staarFritt(del: readonly { x: number }[], nr: number, akse: Scale | undefined): boolean {
  if (!akse) return true
  let neste = Infinity
  for (let i = del.length - 1; i >= nr; i--) {
    const her = akse.getPixelForValue(del[i]!.x)
    const fritt = neste - her >= MELLOM_PUNKTER
    if (i === nr) return fritt
    if (fritt) neste = her
  }
  return true
}

const valg = (d: Grafdata, f: Graffarger) =>
  ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    clip: 12,
    // What stands under a finger or at the arrow keys is shown above the chart, for all three alike.
    events: [] as 'mousemove'[],
    layout: { padding: { top: d.sti.length > 0 ? 24 : 8, right: 18 } },
    scales: {
      x: {
        type: 'linear',
        min: d.x.min,
        max: d.x.max,
        grid: { display: false },
        border: { display: false },
        afterBuildTicks: (akse: { ticks: { value: number }[] }) => {
          akse.ticks = aarsposisjoner(d).map((value) => ({ value }))
        },
        ticks: {
          color: f.dempet,
          font: { family: f.skrift, size: 12 * skala() },
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
          font: { family: f.skrift, size: 12 * skala() },
          stepSize: d.y.steg,
          padding: 8,
          callback: (v: number | string) => skrivKort(Number(v)),
        },
      },
    },
  }) as const

const skala = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1

function aarsposisjoner(d: Grafdata): number[] {
  if (d.aarVedSlutt) return d.sti.map((p) => p.x)
  const aar: number[] = []
  for (let a = Math.floor(d.x.min); a <= d.x.max; a++) if (a + 0.5 >= d.x.min && a + 0.5 <= d.x.max) aar.push(a + 0.5)
  return aar
}

interface Tegnet {
  data: Grafdata
  farger: Graffarger
}

/** A dotted line from top to bottom where figures before and after cannot be compared. */
const bruddstreker = (naa: () => Tegnet): Plugin<'line'> => ({
  id: 'brudd',
  beforeDatasetsDraw({ ctx, scales: { x }, chartArea }) {
    const { data, farger } = naa()
    if (!x) return
    ctx.save()
    ctx.strokeStyle = farger.dempet
    ctx.lineWidth = 1.6
    ctx.setLineDash([2, 3])
    for (const b of data.brudd) {
      ctx.beginPath()
      ctx.moveTo(x.getPixelForValue(b), 0)
      ctx.lineTo(x.getPixelForValue(b), chartArea.bottom)
      ctx.stroke()
    }
    ctx.restore()
  },
})

/** The value of each milestone above its diamond, or below where the measured line runs above. */
const verdierOverMilepaeler = (naa: () => Tegnet): Plugin<'line'> => ({
  id: 'milepaelverdier',
  afterDatasetsDraw({ ctx, scales: { x, y } }) {
    const { data, farger } = naa()
    if (!x || !y) return
    ctx.save()
    ctx.font = `560 ${13 * skala()}px ${farger.skrift}`
    ctx.fillStyle = farger.dempet
    ctx.textAlign = 'center'
    for (const m of data.sti.slice(1)) {
      const [mx, my] = [x.getPixelForValue(m.x), y.getPixelForValue(m.y)]
      const opptatt = data.maalt.flat().some((p) => {
        const [px, py] = [x.getPixelForValue(p.x), y.getPixelForValue(p.y)]
        return Math.abs(px - mx) < 24 && py < my - 2 && py > my - 30
      })
      ctx.fillText(m.tekst, mx, opptatt ? my + 22 * skala() : my - 13)
    }
    ctx.restore()
  },
})
