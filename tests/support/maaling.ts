import type { Indikatornavn } from '../../src/domain/indikatorer.ts'
import type { MaalingPost } from '../../src/domain/maaling.ts'

let n = 0

/** A measurement by counts; with `nevner` null the first figure is a value alone. */
export const maalingPost = (
  enhet: string,
  indikator: Indikatornavn,
  dato: string,
  tall: number,
  nevner: number | null,
  d: Partial<MaalingPost> = {},
): MaalingPost => ({
  id: `m${String(++n).padStart(4, '0')}`,
  enhet,
  indikator,
  dato,
  teller: nevner === null ? null : tall,
  nevner,
  verdi: nevner === null ? tall : null,
  spurt: null,
  deler: null,
  kilde: '',
  merknad: '',
  registrertAv: '',
  eksempel: false,
  ...d,
})
