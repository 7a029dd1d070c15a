import { shallowRef } from 'vue'

/** What App shows instead of an empty page: a page that could not be fetched, or a fault in our own code. */
export const appfeil = shallowRef<'side' | 'uventet' | null>(null)

/** The one place where an unexpected fault ends: told to the person in a calm sentence, and to the console for the one who repairs. */
export function meldFeil(aarsak: unknown): void {
  console.error(aarsak)
  appfeil.value = erManglendeDel(aarsak) ? 'side' : 'uventet'
}

/** A part of the app that was to be fetched now and could not be: no network and not yet stored, or replaced by a newer version. */
export const erManglendeDel = (aarsak: unknown): boolean =>
  aarsak instanceof Error &&
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|error loading dynamically/i.test(
    aarsak.message,
  )
