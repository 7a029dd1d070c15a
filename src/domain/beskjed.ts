import * as v from 'valibot'

/**
 * What a person must be told about something she wrote: another's writing stands where hers stood, or the record is gone.
 * Made by the server in her own space, so that all her devices have it until she has dealt with it on one of them.
 */
export const beskjedSkjema = v.object({
  slag: v.string(),
  /** Where it was written: space, and `type/id` of the record. */
  rom: v.string(),
  gjelder: v.string(),
  /** What the record was called. */
  tittel: v.string(),
  /** What she wrote, field by field. */
  felter: v.record(v.string(), v.unknown()),
  /** Name of the one whose writing stands; empty where it is her own, from another device. */
  av: v.string(),
  /** When she wrote it, milliseconds since 1970 on her device. */
  skrevet: v.number(),
})
