import { skrivKort } from '../domain/tallformat.ts'
import type { Graf, Linjegraf, Stolpegraf } from './rapport.ts'
import type { Farge, Form, Tegning } from './tegning.ts'

/** A report's charts as drawings, wide enough for a page. Percent along the side, years under it. */

/** As wide as a page of paper takes it; a screen asks for its own. */
const PAPIRBREDDE = 660
const VENSTRE = 46
const HOEYRE = 84
const TOPP = 16
const BUNN = 34
const SMAL = 480
/** A year's label with air on both sides. */
const AARSPLASS = 46

/** @param bredde in px, at least 280 */
export const tegnGraf = (g: Graf, bredde = PAPIRBREDDE): Tegning =>
  g.form === 'linje' ? linje(g, Math.max(280, bredde)) : stolper(g, Math.max(280, bredde))

const tekst = (
  x: number,
  y: number,
  t: string,
  mer: Record<string, string | number> = {},
  fyll: Farge = 'dempet',
): Form => ({
  tag: 'text',
  attr: { x: rund(x), y: rund(y), ...mer },
  fyll,
  strek: 'ingen',
  tekst: t,
})
const rund = (n: number): number => Math.round(n * 10) / 10
const vei = (punkter: readonly (readonly [number, number])[]): string =>
  punkter.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${rund(x)} ${rund(y)}`).join('')

/** Even steps, not more than six, that hold the values with some air. */
function akse(verdier: readonly number[], tak: number): { fra: number; til: number; steg: number } {
  const [lav, hoey] = [Math.min(...verdier), Math.max(...verdier)]
  const steg =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((s) => (hoey - lav) / s <= 5) ??
    10 ** Math.ceil(Math.log10((hoey - lav) / 5))
  const fra = Math.max(0, Math.floor(lav / steg - 0.2) * steg)
  const til = Math.min(tak, Math.ceil(hoey / steg + 0.2) * steg)
  return { fra, til: til > fra ? til : fra + steg, steg }
}

function linje(g: Linjegraf, bredde: number): Tegning {
  const hoeyde = bredde < SMAL ? 220 : 270
  const punkter = g.serier.flatMap((s) => s.deler.flat())
  const alle = [...punkter, ...g.sti]
  const t0 = Math.min(...alle.map((p) => p.t))
  const t1 = Math.max(...alle.map((p) => p.t), ...g.baand.map((p) => p.t), t0 + 1)
  const v = akse([...alle.map((p) => p.verdi), ...g.baand.flatMap((p) => [p.lav, p.hoey])], 100)
  const x = (t: number): number => VENSTRE + ((t - t0) / (t1 - t0)) * (bredde - VENSTRE - HOEYRE)
  const y = (verdi: number): number => TOPP + (1 - (verdi - v.fra) / (v.til - v.fra)) * (hoeyde - TOPP - BUNN)
  const former: Form[] = []
  for (let n = v.fra; n <= v.til + 1e-9; n += v.steg) {
    former.push({
      tag: 'path',
      attr: {
        d: vei([
          [VENSTRE, y(n)],
          [bredde - HOEYRE, y(n)],
        ]),
        'stroke-width': 1,
      },
      fyll: 'ingen',
      strek: 'haar',
    })
    former.push(tekst(VENSTRE - 8, y(n) + 4, `${skrivKort(n)}\u00a0%`, { 'text-anchor': 'end' }))
  }
  const foersteAar = Math.ceil(t0 - 1e-6)
  const hvert = Math.max(1, Math.ceil(((t1 - t0) * AARSPLASS) / (bredde - VENSTRE - HOEYRE)))
  // The end of a year is where its milestone stands: the mark bears the year that ends there.
  for (let aar = foersteAar; aar <= t1 + 1e-6; aar += hvert)
    former.push(tekst(x(aar), hoeyde - 10, String(aar - 1), { 'text-anchor': 'middle' }))
  if (g.baand.length > 1)
    former.push({
      tag: 'path',
      attr: {
        d: `${vei([...g.baand.map((p): [number, number] => [x(p.t), y(p.hoey)]), ...[...g.baand].reverse().map((p): [number, number] => [x(p.t), y(p.lav)])])}Z`,
      },
      fyll: 'baand',
      strek: 'ingen',
    })
  if (g.sti.length > 1) {
    former.push({
      tag: 'path',
      attr: { d: vei(g.sti.map((p) => [x(p.t), y(p.verdi)])), 'stroke-width': 2, 'stroke-dasharray': '6 5' },
      fyll: 'ingen',
      strek: 'sti',
    })
    for (const p of g.sti.slice(1))
      former.push({
        tag: 'circle',
        attr: { cx: rund(x(p.t)), cy: rund(y(p.verdi)), r: 3.5, 'stroke-width': 2 },
        fyll: 'ark',
        strek: 'sti',
      })
  }
  for (const s of g.serier)
    for (const d of s.deler) {
      former.push({
        tag: 'path',
        attr: { d: vei(d.map((p) => [x(p.t), y(p.verdi)])), 'stroke-width': 3, 'stroke-linejoin': 'round' },
        fyll: 'ingen',
        strek: 'fjord',
      })
      for (const p of d.length > 24 ? d.slice(-1) : d)
        former.push({
          tag: 'circle',
          attr: { cx: rund(x(p.t)), cy: rund(y(p.verdi)), r: 4 },
          fyll: 'fjord',
          strek: 'ingen',
        })
    }
  former.push(...etiketter(g, x, y, hoeyde))
  return { bredde, hoeyde, tittel: g.tittel, alt: g.alt, former }
}

/** Names at the right end, moved apart where they would lie on each other. */
function etiketter(g: Linjegraf, x: (t: number) => number, y: (v: number) => number, hoeyde: number): Form[] {
  const sist = g.serier.flatMap((s) => s.deler.flat()).at(-1)
  const maal = g.sti.at(-1)
  const linjer = [
    ...(maal && g.sti.length > 1
      ? [{ y: y(maal.verdi), tekst: `Mål ${skrivKort(maal.verdi)}\u00a0%`, fyll: 'dempet' as const, x: x(maal.t) + 10 }]
      : []),
    ...(sist
      ? [{ y: y(sist.verdi), tekst: `${skrivKort(sist.verdi)}\u00a0%`, fyll: 'fjord' as const, x: x(sist.t) + 10 }]
      : []),
  ].sort((a, b) => a.y - b.y)
  const sammeSted = linjer.length === 2 && Math.abs(linjer[0]!.x - linjer[1]!.x) < 90
  if (sammeSted && linjer[1]!.y - linjer[0]!.y < 18) {
    linjer[0]!.y -= 9
    linjer[1]!.y = linjer[0]!.y + 18
  }
  return linjer.map((l) =>
    tekst(
      l.x,
      Math.min(hoeyde - BUNN, Math.max(TOPP + 4, l.y + 4)),
      l.tekst,
      l.fyll === 'fjord' ? { 'font-weight': 650, 'font-size': 15 } : {},
      l.fyll,
    ),
  )
}

function stolper(g: Stolpegraf, bredde: number): Tegning {
  const rad = 34
  const navn = bredde < SMAL ? 130 : 210
  const hoeyde = TOPP + g.stolper.length * rad + 8
  const tak = g.tak ?? Math.max(...g.stolper.map((s) => s.verdi), 1)
  const former = g.stolper.flatMap((s, i): Form[] => {
    const y = TOPP + i * rad
    const lengde = Math.max(0, (s.verdi / tak) * (bredde - navn - 90))
    return [
      tekst(navn - 10, y + 17, kort(s.navn, bredde < SMAL ? 18 : 30), { 'text-anchor': 'end' }, 'blekk'),
      {
        tag: 'rect',
        attr: { x: navn, y, width: rund(lengde), height: 22, rx: 3 },
        fyll: s.dempet ? 'sti' : 'fjord',
        strek: 'ingen',
      },
      tekst(navn + lengde + 8, y + 17, s.tekst, { 'font-weight': 600 }, 'blekk'),
    ]
  })
  return { bredde, hoeyde, tittel: g.tittel, alt: g.alt, former }
}

const kort = (t: string, tegn: number): string => (t.length > tegn ? `${t.slice(0, tegn - 1)}…` : t)
