import { encodeQR } from 'qr'

/** Squares of white around the code; readers want four. */
const RAND = 4

/** A QR code as the path that draws it: one unit a square, with its white edge. */
export function tegnKode(tekst: string): { side: number; sti: string } {
  const ruter = encodeQR(tekst, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: RAND })
  let sti = ''
  for (const [y, rad] of ruter.entries())
    for (let x = 0; x < rad.length;) {
      let til = x
      while (rad[til]) til++
      if (til > x) sti += `M${x} ${y}h${til - x}v1h${x - til}z`
      x = til + 1
    }
  return { side: ruter.length, sti }
}
