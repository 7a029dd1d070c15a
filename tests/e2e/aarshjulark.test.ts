import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { knapp, loggInn, ser } from './support/app.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

let server: Server
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

async function lastet(side: Page, slag: 'SVG' | 'PNG'): Promise<{ navn: string; innhold: Buffer }> {
  const [fil] = await Promise.all([side.waitForEvent('download'), knapp(side, `Last ned ${slag}`).click()])
  return { navn: fil.suggestedFilename(), innhold: await readFile(await fil.path()) }
}

/** The pages of a PDF, in millimetres. */
const sider = (pdf: Buffer): number[][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) =>
    [Number(m[1]), Number(m[2])].map((punkt) => Math.round((punkt / 72) * 25.4)),
  )

test.each(['telefon', 'laptop'] as const)('hjulet som SVG, PNG, A4 og A3: %s', async (stoerrelse) => {
  const enhet = await newDevice(browser, { viewport: SIZES[stoerrelse] })
  const side = await loggInn(enhet, server, 'prosjektleder')
  await side.goto(`${server.url}/aarshjul/2024/utskrift`)
  await ser(side.getByRole('heading', { name: 'Årshjul for heltidskultur 2024' }))

  const svg = await lastet(side, 'SVG')
  expect(svg.navn).toBe('aarshjul-2024.svg')
  // Read by the browser's own parser, away from the page: whole, with the font in it, and nothing fetched.
  const lest = await side.evaluate((kilde) => {
    const d = new DOMParser().parseFromString(kilde, 'image/svg+xml')
    const rot = d.documentElement
    return {
      feil: d.querySelector('parsererror') !== null,
      maal: [rot.getAttribute('width'), rot.getAttribute('height')],
      tekster: [...d.querySelectorAll('text')].map((t) => t.textContent),
      skrift: rot.querySelector('style')?.textContent.includes('url(data:') ?? false,
      utenfra: [...d.querySelectorAll('[href]')].filter((e) => !e.getAttribute('href')!.startsWith('#')).length,
    }
  }, svg.innhold.toString('utf8'))
  expect(lest).toMatchObject({ feil: false, maal: ['1123', '794'], skrift: true, utenfra: 0 })
  for (const tekst of [
    'Årshjul for heltidskultur 2024',
    '1. kvartal',
    'Etablere fagteam i HO2',
    'Virksomhet',
    'jan',
    '32',
  ])
    expect(lest.tekster).toContain(tekst)

  const png = await lastet(side, 'PNG')
  expect(png.navn).toBe('aarshjul-2024.png')
  expect([png.innhold.readUInt32BE(16), png.innhold.readUInt32BE(20)]).toEqual([4492, 3176])

  for (const [papir, maal] of [
    ['A4', [297, 210]],
    ['A3', [420, 297]],
  ] as const) {
    await knapp(side, papir).click()
    expect(sider(await side.pdf({ preferCSSPageSize: true }))).toEqual([maal])
  }
  await enhet.close()
})
