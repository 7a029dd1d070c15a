/** From so many rows on, a list is cut into pieces, and pieces out of sight are not laid out: else a page of 2,000 stands still while it scrolls. */
const LANG = 150
const PER_BIT = 25

export const erLang = (alle: number): boolean => alle > LANG

/** The list in pieces, all of it in one where the page (`alle` rows) is not long. */
export function biter<T>(liste: readonly T[], alle: number): readonly (readonly T[])[] {
  if (!erLang(alle)) return [liste]
  return Array.from({ length: Math.ceil(liste.length / PER_BIT) }, (_, i) =>
    liste.slice(i * PER_BIT, (i + 1) * PER_BIT),
  )
}
