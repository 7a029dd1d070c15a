import { watch } from 'vue'
import type { Live } from '../data/device.ts'
import { dagVed } from '../domain/dato.ts'
import { antallSomHaster, paaminnelser } from '../domain/paaminnelser.ts'
import type { Post, Tabellnavn } from '../domain/tabeller.ts'
import type { useSession } from './stores/session.ts'

/** Keeps the number on the app's icon: what is late or due today, of what is the user's to do. Systems without such a number are left alone. */

interface Verden {
  session: ReturnType<typeof useSession>
  naa: () => number
}

const TABELLER = ['enhet', 'aarshjuloppgave', 'aktivitet', 'maaling'] as const satisfies readonly Tabellnavn[]
type Rader = { [T in (typeof TABELLER)[number]]?: Post<T>[] }

export function holdIkonmerke({ session, naa }: Verden): void {
  if (!('setAppBadge' in navigator)) return
  let rader: Rader = {}
  let vist: number | undefined

  function sett() {
    const { enhet, aarshjuloppgave, aktivitet, maaling } = rader
    const { bruker } = session
    if (bruker && !(enhet && aarshjuloppgave && aktivitet && maaling)) return
    const idag = dagVed(naa())
    const alle = bruker
      ? paaminnelser(
          { bruker, enheter: enhet!, oppgaver: aarshjuloppgave!, aktiviteter: aktivitet!, maalinger: maaling! },
          idag,
        )
      : []
    const antall = antallSomHaster(alle, idag)
    if (antall === vist) return
    vist = antall
    // Refused where the person has said no to it: the page of reminders says the same.
    void (antall > 0 ? navigator.setAppBadge(antall) : navigator.clearAppBadge()).catch(() => undefined)
  }

  let slutt: (() => void)[] = []
  watch(
    () => session.device,
    (device) => {
      for (const ende of slutt) ende()
      rader = {}
      slutt = device
        ? TABELLER.map((type) =>
            (device.rows(type) as Live<never[]>).subscribe(
              (nye) => {
                rader = { ...rader, [type]: nye }
                sett()
              },
              () => undefined,
            ),
          )
        : []
      if (!device) sett()
    },
    { immediate: true },
  )
  // A new day may have come while the app lay still.
  document.addEventListener('visibilitychange', sett)
}
