/** How a row stood when a person read it: what a form was opened from. */

/** On a row that was read from the device: per field, whose writing it is. Copies of the row have it too; JSON does not. */
export const SKREVET_AV = Symbol('skrevet av')
export type Skrevet = { readonly [SKREVET_AV]?: Readonly<Record<string, string>> }

/** Plain data, so that a draft can be kept with what it was begun from. */
export interface Lest {
  felter: Record<string, unknown>
  /** Per field, the op that wrote it; `*` for all that are not listed. Without it nothing is known but the values. */
  v?: Record<string, string>
}

/** The row as it stands now, to be held against what is saved later. */
export function lest(rad: object & Skrevet): Lest {
  const v = rad[SKREVET_AV]
  return { felter: { ...rad }, ...(v ? { v: { ...v } } : {}) }
}
