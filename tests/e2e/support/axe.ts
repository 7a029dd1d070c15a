import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

/** What the law on universal utforming asks for, and what WCAG 2.2 adds. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page as it stands: one line for each rule that is broken, with the first places. */
export async function axefunn(side: Page): Promise<string[]> {
  // By the debugger, so that the page's own CSP does not stop it.
  if (!(await side.evaluate(() => 'axe' in window))) await side.evaluate(source)
  const svar = await side.evaluate(
    (values) =>
      (window as unknown as { axe: { run(o: object): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        // No rule among these reads style sheets, and fetching them takes as long as all the rest.
        preload: false,
      }),
    TAGS,
  )
  return svar.violations.map(({ id, nodes }) => {
    const steder = nodes
      .slice(0, 3)
      .map((n) => `${n.target.join(' ')} (${(n.any[0] ?? n.all[0] ?? n.none[0])?.message})`)
    return `${id}: ${steder.join('; ')}${nodes.length > 3 ? ` og ${nodes.length - 3} til` : ''}`
  })
}
