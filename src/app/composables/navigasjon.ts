import type { InjectionKey } from 'vue'

/** Provided where a page is drawn out of sight: it leaves the document's title alone. */
export const ubemerket: InjectionKey<boolean> = Symbol('ubemerket')

/** Whether the person has moved between pages yet: the first page leaves the focus where the browser put it. */
let harNavigert = false

/** Called by the router after every navigation but the first. */
export const merkNavigert = (): void => {
  harNavigert = true
}

/** A new page's heading takes the focus, so that a screen reader says where one has come. */
export const skalFlytteFokus = (): boolean => harNavigert
