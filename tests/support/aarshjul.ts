import * as v from 'valibot'
import { aarshjuloppgaveSkjema, type AarshjulPost } from '../../src/domain/aarshjul.ts'
import { AARSHJUL } from '../../src/domain/asker/aarshjul.ts'

let n = 0

/** An activity of the year wheel; what is not named is quite ordinary. */
export function aarshjul(felter: Partial<AarshjulPost>): AarshjulPost {
  const { id = `oppgave-${String(++n).padStart(4, '0')}`, ...resten } = felter
  const rad = v.parse(aarshjuloppgaveSkjema, {
    aar: 2026,
    kvartal: 3,
    tittel: 'Tematime heltid i PSU',
    ring: 'psu',
    ansvarlig: 'prosjektleder',
    ...resten,
  })
  return { ...rad, id }
}

/** The two wheels of the source: 32 activities in 2024, 25 in 2025. */
export const KILDEHJUL: AarshjulPost[] = AARSHJUL.map((o) => aarshjul(o))
