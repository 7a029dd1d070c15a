import { nextTick, onBeforeUnmount, onMounted, reactive, shallowRef, watch, type Ref } from 'vue'
import * as v from 'valibot'
import { lest, type Lest } from '../../domain/lest.ts'
import { useDevice } from './useDevice.ts'

export interface Skjema<F extends object, Ut> {
  /** What stands in the fields; bind with `v-model`. */
  felter: F
  /** One sentence per field that does not hold, to show beside it. Shown from the first time one leaves a field that was changed. */
  feil: Partial<Record<keyof F & string, string>>
  /** The checked content, or `null`: then every fault is shown and the first faulty field gets the focus. */
  sjekk(): Ut | null
  /** Whether anything differs from the start. */
  endret: Ref<boolean>
  /** A draft from an earlier visit was put in the fields. */
  hentetKladd: Ref<boolean>
  /** Forgets the draft: call it when what is written has been saved or given up. */
  fjernKladd(): Promise<void>
  /** The fields as they stood when the form was opened. */
  toem(): void
  /** The row as the person saw it: give it to `write`, so that another's change since is not overwritten without a word. */
  fra(): Lest | undefined
}

/** Beside a draft's fields: how they stood when it was begun, and the row. */
const BEGYNT = '@fra'
interface Begynt {
  start: Record<string, unknown>
  rad?: Lest | undefined
}

const KLADD_VENT_MS = 250
const kopi = <T>(verdi: T): T => JSON.parse(JSON.stringify(verdi)) as T

/**
 * A form's fields, checked with the table's own schema.
 *
 * What is written is kept on the device under `kladdnoekkel` until it is saved, so that a half-filled form
 * survives a reload, an update and a flat battery. `null` keeps no draft.
 *
 * @param rad the row that the form is opened on, where there is one
 */
export function useSkjema<S extends v.GenericSchema<object, unknown>, F extends object = v.InferInput<S>>(
  skjema: S,
  start: F,
  kladdnoekkel: string | null,
  rad?: object,
): Skjema<F, v.InferOutput<S>> {
  type Felt = keyof F & string
  const device = kladdnoekkel === null ? null : useDevice()
  const utgangspunkt = kopi(start)
  const aapnet = rad && lest(rad)
  let fra = aapnet
  const felter = reactive(kopi(start)) as F
  const feil = reactive({}) as Partial<Record<Felt, string>>
  const endret = shallowRef(false)
  const hentetKladd = shallowRef(false)
  const vises = new Set<Felt>()
  let visAlle = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let ferdig = false

  const erEndret = (f: Felt) => JSON.stringify(felter[f]) !== JSON.stringify(utgangspunkt[f])
  const navn = () => Object.keys(felter) as Felt[]

  function oppdater() {
    const svar = v.safeParse(skjema, felter)
    const funn = svar.success ? {} : (v.flatten(svar.issues).nested as Partial<Record<string, [string, ...string[]]>>)
    for (const f of new Set([...navn(), ...(Object.keys(feil) as Felt[])])) {
      const melding = funn?.[f]?.[0]
      if (melding && (visAlle || vises.has(f))) feil[f] = melding
      else delete feil[f]
    }
    return svar
  }

  // Fields of a draft are held against what they were when it was begun, the others against what they are now.
  const begynte: Partial<Record<Felt, unknown>> = {}
  const begynt = (): Begynt => ({ start: { ...utgangspunkt, ...begynte }, rad: fra })
  const somSkrevet = ({ start: foer, rad: foerRad }: Begynt, kladd: Record<string, unknown>) => {
    const endrede = navn().filter((f) => f in kladd && JSON.stringify(kladd[f]) !== JSON.stringify(foer[f]))
    for (const f of endrede) begynte[f] = foer[f]
    if (fra && foerRad) fra = medFelterFra(fra, foerRad, endrede)
    return Object.fromEntries(endrede.map((f) => [f, kladd[f]]))
  }
  const lagre = () => {
    clearTimeout(timer)
    timer = undefined
    if (device && kladdnoekkel !== null && !ferdig && endret.value)
      void device.lagreKladd(kladdnoekkel, { ...kopi(felter), [BEGYNT]: begynt() }).catch(() => undefined)
  }
  const lagreSnart = () => {
    clearTimeout(timer)
    timer = setTimeout(lagre, KLADD_VENT_MS)
  }

  watch(
    () => felter,
    () => {
      endret.value = navn().some(erEndret)
      oppdater()
      lagreSnart()
    },
    { deep: true, flush: 'sync' },
  )

  // One has left a field: from now on the changed ones say what does not hold.
  // While a finger or button is down it waits: a message that appears would move what is being pressed, and the press be lost.
  let trykker = false
  let venter = false
  const trykk = () => {
    trykker = true
  }
  const slipp = () => {
    trykker = false
    if (venter) setTimeout(forlatt)
    venter = false
  }
  const forlatt = () => {
    if (trykker) {
      venter = true
      return
    }
    for (const f of navn()) if (erEndret(f)) vises.add(f)
    oppdater()
  }
  const skjules = () => {
    if (document.visibilityState === 'hidden') lagre()
  }
  onMounted(() => {
    document.addEventListener('focusout', forlatt)
    document.addEventListener('pointerdown', trykk, true)
    for (const slutt of ['pointerup', 'pointercancel']) document.addEventListener(slutt, slipp, true)
    document.addEventListener('visibilitychange', skjules)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('focusout', forlatt)
    document.removeEventListener('pointerdown', trykk, true)
    for (const slutt of ['pointerup', 'pointercancel']) document.removeEventListener(slutt, slipp, true)
    document.removeEventListener('visibilitychange', skjules)
    if (timer !== undefined) lagre()
  })

  if (device && kladdnoekkel !== null) {
    void device.hentKladd(kladdnoekkel).then(
      (kladd) => {
        // What has been typed in the meantime goes before the draft.
        if (endret.value || ferdig || typeof kladd !== 'object' || kladd === null) return
        const { [BEGYNT]: skrevet, ...alle } = kladd as Record<string, unknown>
        const kjente = Object.fromEntries(Object.entries(alle).filter(([f]) => f in utgangspunkt))
        Object.assign(felter, skrevet ? somSkrevet(skrevet as Begynt, kjente) : kjente)
        hentetKladd.value = endret.value
      },
      () => undefined,
    )
  }

  return {
    fra: () => fra,
    toem() {
      fra = aapnet
      for (const f of navn()) delete begynte[f]
      Object.assign(felter, kopi(start))
      hentetKladd.value = false
    },
    felter,
    feil,
    endret,
    hentetKladd,
    sjekk() {
      visAlle = true
      const svar = oppdater()
      if (svar.success) return svar.output
      void nextTick(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return null
    },
    async fjernKladd() {
      ferdig = true
      clearTimeout(timer)
      timer = undefined
      if (device && kladdnoekkel !== null) await device.lagreKladd(kladdnoekkel, null)
    },
  }
}

/** The named fields, and who wrote them, as they were in `gammel`. */
function medFelterFra(ny: Lest, gammel: Lest, felter: readonly string[]): Lest {
  const ut = { felter: { ...ny.felter }, v: { ...ny.v } }
  for (const f of felter) {
    if (f in gammel.felter) ut.felter[f] = gammel.felter[f]
    const skrevetAv = gammel.v?.[f] ?? gammel.v?.['*']
    if (skrevetAv !== undefined) ut.v[f] = skrevetAv
  }
  return ut
}
