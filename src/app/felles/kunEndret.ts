/** The fields whose value differs from before: what a form writes, so that two people's changes of different fields both stand. */
export function kunEndret<T extends object>(foer: T, etter: Partial<T>): Partial<T> {
  const felter = Object.keys(etter) as (keyof T)[]
  return Object.fromEntries(
    felter.filter((f) => JSON.stringify(foer[f]) !== JSON.stringify(etter[f])).map((f) => [f, etter[f]]),
  ) as Partial<T>
}
