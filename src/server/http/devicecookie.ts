import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Bruker } from '../../domain/tilgang.ts'

type Hvem = Pick<Bruker, 'id'>

/**
 * Which device a browser is, told by the browser itself each time it asks. Browsers that empty a page's storage when it has not
 * been used for some days leave cookies that a server has set: so what was there is not forgotten without a word.
 */
export interface DeviceCookie {
  /** The replica id that was last remembered here for this user; `''` where none was. */
  read(c: Context, bruker: Hvem): string
  remember(c: Context, bruker: Hvem, replica: string): void
  /** For one who has herself removed what was on the device. */
  forget(c: Context, bruker: Hvem): void
}

/** Browsers keep none longer. */
const DAYS_400_S = 400 * 86_400

/** One for each user of the browser. */
const nameOf = (bruker: Hvem): string => `heltidshjulet.nettbrett.${encodeURIComponent(bruker.id)}`

export function deviceCookie(https: boolean): DeviceCookie {
  const how = { path: '/api', httpOnly: true, sameSite: 'Strict', secure: https } as const
  return {
    read: (c, bruker) => getCookie(c, nameOf(bruker)) ?? '',
    remember: (c, bruker, replica) => setCookie(c, nameOf(bruker), replica, { ...how, maxAge: DAYS_400_S }),
    forget: (c, bruker) => void deleteCookie(c, nameOf(bruker), how),
  }
}
