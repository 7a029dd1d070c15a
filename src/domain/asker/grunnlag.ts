import { startrad, type Startrad } from '../startrad.ts'
import { AARSHJUL } from './aarshjul.ts'
import { MAALINGER } from './maalinger.ts'
import { MAALTALL, maaltallId } from './maaltall.ts'
import { ENHETER } from './organisasjon.ts'

/** What an empty installation begins with: the units, targets, published figures and year wheels of the sources, and nothing invented. */
export function grunnlag(): Startrad[] {
  return [
    ...ENHETER.map(({ id, ...set }) => startrad('project', 'enhet', id, set)),
    ...MAALTALL.map((m) => startrad('project', 'maaltall', maaltallId(m.enhet, m.indikator), m)),
    ...MAALINGER.map((m) => startrad('project', 'maaling', `${maaltallId(m.enhet, m.indikator)}-${m.dato}`, m)),
    ...AARSHJUL.map(({ id, ...set }) => startrad('project', 'aarshjuloppgave', id, set)),
  ]
}
