import type * as v from 'valibot'
import type { maalingsskjema } from '../../domain/maalingsskjema.ts'

/** What the form hands over: a measurement without who registered it. */
export type Maalingsinnhold = v.InferOutput<ReturnType<typeof maalingsskjema>>
