import { defineStore } from 'pinia'
import { computed, inject, nextTick, shallowRef, type InjectionKey } from 'vue'
import { aapneBildelager, stengBildelager } from './bildelager.ts'
import { husket } from './husket.ts'
import { useSynk } from './synk.ts'
import { kanSkrive as rettKanSkrive, type Bruker, type Rett, type Rettigheter } from '../../domain/tilgang.ts'
import type { Device } from '../../data/device.ts'

/** What the session needs of the world; `main.ts` and the tests say what. */
export interface Sesjonsverden {
  openDevice(valg: { bruker: Bruker }): Promise<Device>
  /** Tells the server that the session is over, and whether what the user has here stays; rejects when it could not be told. */
  loggUtAvTjeneren(valg: { behold: boolean }): Promise<void>
}
export const sesjonsverden: InjectionKey<Sesjonsverden> = Symbol('sesjonsverden')

/** Who is logged in on this tablet, what they may do, and their device. */
export const useSession = defineStore('session', () => {
  const verden = inject(sesjonsverden)
  if (!verden) throw new Error('useSession: the world is not provided')

  const bruker = shallowRef<Bruker | null>(null)
  const device = shallowRef<Device | null>(null)
  const rettigheter = shallowRef<Rettigheter>({})
  let slutt: (() => void)[] = []

  async function aapne(ny: Bruker) {
    const aapnet = await verden!.openDevice({ bruker: ny })
    aapneBildelager()
    bruker.value = ny
    device.value = aapnet
    rettigheter.value = {}
    slutt = [
      aapnet.rettigheter.subscribe((r) => {
        rettigheter.value = r
      }),
      useSynk().foelg(aapnet),
    ]
  }

  /** Lets go of the device, and gives it to the caller once no page looks at it any more. */
  async function slipp(): Promise<Device | null> {
    const sluppet = device.value
    for (const s of slutt) s()
    slutt = []
    bruker.value = null
    device.value = null
    rettigheter.value = {}
    await nextTick()
    return sluppet
  }

  /** The login page tells the next one whose work still waits here. */
  function huskUsendt() {
    const venter = useSynk().status.venter
    if (bruker.value && venter > 0)
      husket.settVentende({ id: bruker.value.id, navn: bruker.value.navn, antall: venter })
  }

  /** Opens for the one who was logged in last, without asking the server. */
  async function gjenopprett(): Promise<void> {
    const sist = husket.bruker()
    if (sist) await aapne(sist)
    else if (husket.utloggingVenter()) void siUtlogget()
  }

  /** After a login: the same user goes on with the device as it stands, another gets their own database. */
  async function loggInn(ny: Bruker): Promise<void> {
    // Before anyone else is the one who is logged in: nobody sees another's figures, whenever the power goes.
    if (husket.bruker()?.id !== ny.id) await stengBildelager()
    husket.settBruker(ny)
    husket.settUtlogging(false)
    husket.fjernVentende(ny.id)
    if (device.value && bruker.value?.id === ny.id) {
      bruker.value = ny
      device.value.synkroniser()
      return
    }
    if (device.value) {
      huskUsendt()
      ;(await slipp())?.lukk()
    }
    await aapne(ny)
  }

  /** Ends the session here and on the server. `slett` removes what the user has on the device; without it, it waits for the next login. */
  async function loggUt(valg: { slett: boolean }): Promise<void> {
    if (!valg.slett) huskUsendt()
    await stengBildelager()
    husket.settBruker(null)
    const sluppet = await slipp()
    if (valg.slett) await sluppet?.slettAlt()
    else sluppet?.lukk()
    await siUtlogget(!valg.slett)
  }

  /** Without a network the session here ends all the same, and the server is told the next time the app is opened. */
  async function siUtlogget(behold = false) {
    husket.settUtlogging(true)
    await verden!.loggUtAvTjeneren({ behold }).then(
      () => husket.settUtlogging(false),
      () => undefined,
    )
  }

  const rett = (rom: string): Rett | undefined => rettigheter.value[rom]
  const kanSkrive = (rom: string): boolean => rettKanSkrive(rett(rom))
  const erProsjektleder = computed(() => bruker.value?.rolle === 'prosjektleder')

  return { bruker, device, rettigheter, erProsjektleder, rett, kanSkrive, gjenopprett, loggInn, loggUt }
})
