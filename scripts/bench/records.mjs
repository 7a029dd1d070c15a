/// <reference lib="dom" />
/** What a device holds after some years: the own unit's rows as they are, and the same again for so many other units that the total is reached. */

export const RECORDS = 20_000

/** @typedef {{ space: string, type: string, id: string, doc: Record<string, unknown>, [key: string]: unknown }} Row */

/**
 * @param {Row[]} own the own unit's rows, at least one
 * @param {number} count how many to make
 * @returns {Row[]}
 */
export function othersLike(own, count) {
  return Array.from({ length: count }, (_, i) => {
    const row = own[i % own.length]
    if (row === undefined) throw new Error('The own unit has no rows to copy')
    const unit = `maalt-${Math.floor(i / own.length) + 1}`
    const doc = 'enhet' in row.doc ? { ...row.doc, enhet: unit } : row.doc
    return { ...row, space: `unit:${unit}`, id: `${row.id.slice(0, 60)}-${unit}`, doc }
  })
}

/**
 * Every row of a database's `record`, read past the app.
 * @param {import('playwright').Page} page
 * @param {string} database
 * @returns {Promise<Row[]>}
 */
export const readRows = (page, database) =>
  page.evaluate(async (name) => {
    const db = await new Promise((done, failed) => {
      const open = indexedDB.open(name)
      open.onsuccess = () => done(open.result)
      open.onerror = () => failed(open.error)
    })
    const all = db.transaction('record').objectStore('record').getAll()
    await new Promise((done) => (all.onsuccess = done))
    db.close()
    return all.result
  }, database)

/**
 * Puts rows straight into a database's `record`, past the app, some thousands at a time.
 * @param {import('playwright').Page} page
 * @param {string} database
 * @param {Row[]} rows
 */
export async function putRows(page, database, rows) {
  for (let from = 0; from < rows.length; from += 4000)
    await page.evaluate(
      async ([name, part]) => {
        const db = await new Promise((done, failed) => {
          const open = indexedDB.open(name)
          open.onsuccess = () => done(open.result)
          open.onerror = () => failed(open.error)
        })
        const trx = db.transaction('record', 'readwrite')
        for (const row of part) trx.objectStore('record').put(row)
        await new Promise((done, failed) => {
          trx.oncomplete = done
          trx.onerror = () => failed(trx.error)
        })
        db.close()
      },
      /** @type {const} */ ([database, rows.slice(from, from + 4000)]),
    )
}
