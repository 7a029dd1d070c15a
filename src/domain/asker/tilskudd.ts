import * as v from 'valibot'
import { tilskuddSkjema, type Tilskudd } from '../heltidspotten.ts'
import { HELTIDSPOTTEN } from './program.ts'

/** The grant of the source as a row: there from the start; a row that is written with the same id goes before it. */
export const TRYKT_TILSKUDD: Tilskudd & { id: string } = {
  id: 'tilskudd-heltidspotten-2024',
  ...v.parse(tilskuddSkjema, {
    aar: HELTIDSPOTTEN.aar,
    enhet: HELTIDSPOTTEN.enhet,
    fra: HELTIDSPOTTEN.fra,
    beloep: HELTIDSPOTTEN.beloep * 100,
    merknad: HELTIDSPOTTEN.varighet,
    kilde: HELTIDSPOTTEN.kilde,
  }),
}

/** Every grant that is known. */
export const medTryktTilskudd = <T extends Tilskudd & { id: string }>(
  rader: readonly T[],
): (Tilskudd & { id: string })[] =>
  rader.some((r) => r.id === TRYKT_TILSKUDD.id) ? [...rader] : [TRYKT_TILSKUDD, ...rader]
