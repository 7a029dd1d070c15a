// The least that must be done with a workbook: unpack it, and go through its cells once.
import { strFromU8, unzipSync } from '/fflate.js'

addEventListener('message', async ({ data }) => {
  const parts = unzipSync(new Uint8Array(await data.fil.arrayBuffer()))
  const values = /<(?:v|t)>([^<]*)</g
  let cells = 0
  for (const name of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])
    for (const hit of strFromU8(parts[name]).matchAll(values)) if (hit[1] !== '') cells++
  postMessage({ ut: { cells } })
})
