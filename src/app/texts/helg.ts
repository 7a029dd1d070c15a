/** Words about the weekends that several screens use. */

export const TELLEDEFINISJON = 'Heltid er 80–100 % stilling, slik Asker regner det.'

/** What must stand beside every result. */
export const HELGEFORBEHOLD =
  'Regnestykket er et grunnlag for samtale, ikke en turnus. Natt, rene dagstillinger og fredag kveld endrer tallene, og fravær er ikke dekket. Langvakt er frivillig og avtales med de tillitsvalgte.'
