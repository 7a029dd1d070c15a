import type { Dato } from '../dato.ts'
import { startrad, type Startrad } from '../startrad.ts'
import { eksempelaarshjul } from './eksempel/aarshjul.ts'
import { eksempelaktiviteter } from './eksempel/aktiviteter.ts'
import { eksempelmaaltall, EKSEMPELENHETER, INDIKATORER_MED_SPOR, plasserteEnheter } from './eksempel/enheter.ts'
import { eksempelmaalinger } from './eksempel/maalinger.ts'
import { eksempelmedvirkning } from './eksempel/medvirkning.ts'
import { eksempelstillinger } from './eksempel/stillinger.ts'
import { eksempeltoern } from './eksempel/toern.ts'
import { maaltallId } from './maaltall.ts'

/**
 * The demo: invented content on top of `grunnlag()`, every row marked `eksempel`, made for the day it is asked for.
 *
 * Made again on a later day, the same ids come back and some are new (a new month's measurements, a new year's wheel).
 * Whoever tops up adds the new ids and leaves the rest alone, for people may have changed them. The rows of
 * `enhet` have the ids of `grunnlag()` and replace its content.
 */
export const eksempel = (idag: Dato): Startrad[] => [
  ...plasserteEnheter(),
  ...EKSEMPELENHETER.flatMap((e) =>
    INDIKATORER_MED_SPOR.map((i) =>
      startrad('project', 'maaltall', `eks-${maaltallId(e.id, i)}`, eksempelmaaltall(e, i)),
    ),
  ),
  ...eksempelmaalinger(idag),
  ...eksempelstillinger(eksempelmaalinger(idag)),
  ...eksempelaktiviteter(idag),
  ...eksempeltoern(),
  ...eksempelmedvirkning(idag),
  ...eksempelaarshjul(idag),
]
