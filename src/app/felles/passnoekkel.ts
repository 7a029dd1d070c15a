import { spoer, type Svar } from '../composables/api.ts'
import type { Bruker } from '../../domain/tilgang.ts'

/** Passkeys: the face, the finger or the code of the tablet in place of a password. Fetched only where it is used. */

const AVBRUTT = {
  ok: false,
  frakoblet: false,
  status: 0,
  tekst: 'Passnøkkelen ble ikke brukt. Prøv igjen, eller bruk passord.',
} as const

/** Whether this browser can make and use them. */
export const kanBrukePassnoekkel = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

export async function loggInnMedPassnoekkel(): Promise<Svar<{ bruker: Bruker }>> {
  const valg = await spoer<PublicKeyCredentialRequestOptionsJSON>('/api/auth/passkey/generate-authenticate-options')
  if (!valg.ok) return valg
  try {
    const noekkel = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(valg.verdi),
    })
    if (!(noekkel instanceof PublicKeyCredential)) return AVBRUTT
    const svar = await spoer('/api/auth/passkey/verify-authentication', { response: noekkel.toJSON() as unknown })
    return svar.ok ? await spoer('/api/meg') : svar
  } catch {
    return AVBRUTT
  }
}

/** Makes a passkey for the one who is logged in. */
export async function lagPassnoekkel(): Promise<Svar<unknown>> {
  const valg = await spoer<PublicKeyCredentialCreationOptionsJSON>('/api/auth/passkey/generate-register-options')
  if (!valg.ok) return valg
  try {
    const noekkel = await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(valg.verdi),
    })
    if (!(noekkel instanceof PublicKeyCredential)) return AVBRUTT
    return await spoer('/api/auth/passkey/verify-registration', { response: noekkel.toJSON() as unknown })
  } catch {
    return { ...AVBRUTT, tekst: 'Passnøkkelen ble ikke laget. Du kan logge inn med passord, og prøve igjen under Mer.' }
  }
}
