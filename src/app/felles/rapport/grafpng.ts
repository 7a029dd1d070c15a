import type { Graf } from '../../../report/rapport.ts'
import { tegnGraf } from '../../../report/tegngraf.ts'
import { skrivSvg } from '../../../report/tegning.ts'

/** Three times as many dots as the drawing has, so that it is sharp on paper. */
const SKALA = 3

/** A chart as PNG in the colours of paper. Throws where the browser cannot draw it. */
export async function grafPng(graf: Graf): Promise<Uint8Array<ArrayBuffer>> {
  const tegning = tegnGraf(graf)
  const bilde = new Image()
  bilde.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(skrivSvg(tegning))}`
  await bilde.decode()
  const lerret = document.createElement('canvas')
  lerret.width = tegning.bredde * SKALA
  lerret.height = tegning.hoeyde * SKALA
  const penn = lerret.getContext('2d')!
  penn.fillStyle = '#ffffff'
  penn.fillRect(0, 0, lerret.width, lerret.height)
  penn.drawImage(bilde, 0, 0, lerret.width, lerret.height)
  const blob = await new Promise<Blob>((ja, nei) =>
    lerret.toBlob((b) => (b ? ja(b) : nei(new Error('The picture could not be made'))), 'image/png'),
  )
  return new Uint8Array(await blob.arrayBuffer())
}
