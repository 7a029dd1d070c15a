import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import { UTVALGSREGEL } from '../../domain/asker/utvalgsregel.ts'
import { erDato, type Dato } from '../../domain/dato.ts'
import type { EnhetPost } from '../../domain/enhet.ts'
import { lesDag } from '../../domain/stillingsliste/celle.ts'
import type { Kolonner, Kolonneslag } from '../../domain/stillingsliste/kolonner.ts'
import type { Listeoversikt } from '../../domain/stillingsliste/oversikt.ts'
import type { Listevalg } from '../../domain/stillingsliste/rad.ts'
import { SLAGNAVN } from '../../domain/stillingsliste/setninger.ts'
import type { Opptelling } from '../../domain/stillingsliste/telling.ts'
import { useDevice } from '../composables/useDevice.ts'
import { lagHukommelse, type Ordslag } from './hukommelse.ts'
import type { Listeinfo } from './listesamtale.ts'
import { foerstevalg, IKKE_MED, tommeOrdvalg } from './ordene.ts'
import { Listefeil, useListe } from './useListe.ts'

export interface Valg {
  dato: string
  kilde: string
  andel: boolean
  /** '' until it is answered. */
  over100: '' | Listevalg['over100']
  uttrekk: string | null
  /** The one unit of a list that names none. */
  enhet: string
}

/** A list on its way to be counted: what was read, what was chosen, and what it comes to. Nothing of it is stored but what is chosen by hand, without its words. */
export function useImport(enheter: Ref<readonly EnhetPost[]>, idag: Ref<Dato>, startenhet: Ref<string>) {
  const device = useDevice()
  const { spoer, stopp, fremdrift } = useListe()
  const info = shallowRef<Listeinfo | null>(null)
  const filnavn = shallowRef('')
  const feil = shallowRef('')
  const leser = shallowRef(false)
  const kolonner = shallowRef<Kolonner>([])
  const oversikt = shallowRef<Listeoversikt | null>(null)
  const ord = shallowRef(tommeOrdvalg())
  const valg = reactive<Valg>({ dato: idag.value, kilde: 'HRM', andel: false, over100: '', uttrekk: null, enhet: '' })
  const opptelling = shallowRef<Opptelling | null>(null)
  const husket = lagHukommelse(device)
  let kilde: Blob | string | null = null

  const harEnhetskolonne = computed(() =>
    kolonner.value.some((s) => s === 'enhet' || s === 'enhetsnr' || s === 'virksomhet'),
  )
  const mangler = computed(() => (info.value !== null && !kolonner.value.includes('prosent') ? 'prosent' : null))
  const overordnet = computed(() => new Map(enheter.value.map((e) => [e.id, e.overordnet])))

  /** The reason in words; what is no fault of the list or the device goes on to the one place where such things end. */
  function fang(aarsak: unknown): void {
    if (!(aarsak instanceof Listefeil)) throw aarsak
    feil.value = aarsak.feil.tekst
    toem()
  }

  function toem(): void {
    info.value = null
    oversikt.value = null
    opptelling.value = null
    kilde = null
    stopp()
  }

  async function hent(ny: Blob | string, navn: string, ark?: number): Promise<void> {
    feil.value = ''
    leser.value = true
    opptelling.value = null
    try {
      const lest = await spoer('les', { kilde: ny, ...(ark === undefined ? {} : { ark }) })
      if (!lest.ok) {
        feil.value = lest.feil.tekst
        toem()
        return
      }
      kilde = ny
      filnavn.value = navn
      valg.over100 = ''
      valg.enhet ||= startenhet.value
      if (/gat/i.test(navn) || lest.verdi.kolonnenavn.some((n) => /ressursn/i.test(n))) valg.kilde = 'GAT'
      info.value = lest.verdi
      const foer = (await husket).kolonner(lest.verdi.signatur, lest.verdi.kolonner.length)
      await settKolonner(foer ?? lest.verdi.kolonner)
    } catch (aarsak) {
      fang(aarsak)
    } finally {
      leser.value = false
    }
  }

  async function settKolonner(nye: Kolonner): Promise<void> {
    kolonner.value = nye
    const o = await spoer('oversikt', { kolonner: nye })
    ord.value = foerstevalg(o, enheter.value, await husket)
    valg.andel = o.andel
    const dag = lesDag(o.uttrekk[0]?.tekst)
    valg.uttrekk = o.uttrekk.length > 1 ? o.uttrekk[0]!.noekkel : null
    if (dag !== null && dag <= idag.value) valg.dato = dag
    oversikt.value = o
  }

  async function velgKolonner(nye: Kolonner): Promise<void> {
    ;(await husket).huskKolonner(info.value?.signatur ?? null, nye)
    await settKolonner(nye).catch(fang)
  }

  async function velgOrd(slag: Ordslag, noekkel: string, verdi: string): Promise<void> {
    const nytt = new Map<string, string>(ord.value[slag])
    if (verdi === '' && slag !== 'yrke') nytt.delete(noekkel)
    else nytt.set(noekkel, verdi)
    const usikre = new Set(ord.value.usikre)
    if (slag === 'enhet') usikre.delete(noekkel)
    ord.value = { ...ord.value, usikre, [slag]: nytt }
    ;(await husket).huskOrd(slag, noekkel, verdi)
  }

  const listevalg = computed((): Listevalg | null => {
    if (oversikt.value === null || mangler.value !== null || !erDato(valg.dato)) return null
    const enhetene = new Map([...ord.value.enhet].map(([k, e]) => [k, e === IKKE_MED ? null : e]))
    if (!harEnhetskolonne.value) enhetene.set('', valg.enhet || null)
    return {
      kolonner: kolonner.value,
      dato: valg.dato,
      andel: valg.andel,
      over100: valg.over100 || 'hundre',
      uttrekk: valg.uttrekk,
      ansettelser: ord.value.ansettelse,
      permisjoner: ord.value.permisjon,
      yrker: ord.value.yrke,
      enheter: enhetene,
      regel: UTVALGSREGEL,
    }
  })
  let telling = 0
  watch(listevalg, async (nytt) => {
    const min = ++telling
    if (nytt === null) {
      opptelling.value = null
      return
    }
    try {
      const ferdig = await spoer('tell', { valg: nytt, overordnet: overordnet.value })
      // A newer choice is on its way: its figures are the ones to show.
      if (min === telling) opptelling.value = ferdig
    } catch (aarsak) {
      if (min === telling) fang(aarsak)
    }
  })

  /** What the list calls a column. */
  const kolonnenavn = (slag: Kolonneslag): string => {
    const i = kolonner.value.indexOf(slag)
    return info.value?.kolonnenavn[i] ?? SLAGNAVN[slag]
  }
  async function hentRader(nr: number[]): Promise<Map<number, string>> {
    const rader = await spoer('rader', { nr })
    return new Map([...rader].map(([n, celler]) => [n, celler.filter((c) => c !== '').join(' · ') || 'tom']))
  }
  const velgArk = async (ark: number) => {
    if (kilde !== null) await hent(kilde, filnavn.value, ark)
  }

  return {
    info,
    filnavn,
    feil,
    leser,
    fremdrift,
    kolonner,
    oversikt,
    ord,
    valg,
    opptelling,
    harEnhetskolonne,
    mangler,
    hent,
    toem,
    velgArk,
    velgKolonner,
    velgOrd,
    kolonnenavn,
    hentRader,
  }
}
