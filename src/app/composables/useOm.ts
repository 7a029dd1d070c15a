import { shallowRef, type ShallowRef } from 'vue'
import { spoer, type OmTjeneren } from './api.ts'

const NOEKKEL = 'heltidshjulet.demo'
const om = shallowRef<OmTjeneren | null>(lagret())
let spurt = false

/** What kind of installation this is; `null` until it is known. Remembered, so that a demo says that it is one offline too. */
export function useOm(): Readonly<ShallowRef<OmTjeneren | null>> {
  if (!spurt) {
    spurt = true
    void hentOm()
  }
  return om
}

/** Asks again; `false` when the server did not answer. */
export async function hentOm(): Promise<boolean> {
  const svar = await spoer<OmTjeneren>('/api/om')
  if (!svar.ok || typeof svar.verdi.demo !== 'boolean') return false
  localStorage.setItem(NOEKKEL, svar.verdi.demo ? 'ja' : 'nei')
  om.value = { demo: svar.verdi.demo }
  return true
}

function lagret(): OmTjeneren | null {
  const sist = localStorage.getItem(NOEKKEL)
  return sist === null ? null : { demo: sist === 'ja' }
}
