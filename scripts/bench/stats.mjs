/** @typedef {{ n: number, median: number, p95: number, p99: number, min: number, max: number }} Spread milliseconds */

/**
 * The value below which the share `q` of the sample lies (nearest rank).
 * @param {number[]} sorted
 * @param {number} q
 */
const rank = (sorted, q) => sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN

/**
 * @param {number[]} sample
 * @returns {Spread}
 */
export function spread(sample) {
  const sorted = [...sample].sort((a, b) => a - b)
  return {
    n: sorted.length,
    median: rank(sorted, 0.5),
    p95: rank(sorted, 0.95),
    p99: rank(sorted, 0.99),
    min: rank(sorted, 0),
    max: rank(sorted, 1),
  }
}

/**
 * One line of the table; the same widths for all.
 * @param {string} name
 * @param {Spread} s
 */
export const line = (name, { n, median, p95, min, max }) =>
  `  ${name.padEnd(44)}${fixed(median)}${fixed(p95)}${fixed(min)} –${fixed(max, 7)}${String(n).padStart(6)}`

export const heading = `  ${''.padEnd(44)}${'median'.padStart(9)}${'p95'.padStart(9)}${'min'.padStart(9)} –${'max'.padStart(7)}${'n'.padStart(6)}`

/** @param {number} ms @param {number} [width] */
const fixed = (ms, width = 9) => (ms < 100 ? ms.toFixed(1) : ms.toFixed(0)).padStart(width)

/** @param {number} bytes */
export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
