import * as v from 'valibot'
import { bruddSkjema, BRUDDSLAG } from '../../domain/brudd.ts'
import type { Dato } from '../../domain/dato.ts'
import { INDIKATORNAVN } from '../../domain/indikatorer.ts'

/** The fields of a break: as the table has them, but no day to come, and «alle» for every indicator. */
export const bruddskjema = (idag: Dato) =>
  v.pipe(
    v.object({
      dato: v.pipe(
        bruddSkjema.entries.dato,
        v.check((d) => d <= idag, 'Datoen er fram i tid. Velg i dag eller en tidligere dag.'),
      ),
      slag: v.picklist(BRUDDSLAG),
      indikator: v.picklist(['alle', ...INDIKATORNAVN]),
      grunn: bruddSkjema.entries.grunn,
      under: v.boolean(),
    }),
    v.transform(({ indikator, ...resten }) => ({ ...resten, indikator: indikator === 'alle' ? null : indikator })),
  )
export type Bruddinnhold = v.InferOutput<ReturnType<typeof bruddskjema>>
