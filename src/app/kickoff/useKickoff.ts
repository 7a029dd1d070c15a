import { computed } from 'vue'
import type { Kickoff } from '../../domain/kickoff.ts'
import type { Post } from '../../domain/tabeller.ts'
import { useDevice } from '../composables/useDevice.ts'
import { useRow } from '../composables/useRow.ts'
import { useRows } from '../composables/useRows.ts'
import { useEnheter } from '../felles/useEnheter.ts'
import { useSession } from '../stores/session.ts'

/** A kick-off with what was written in it, and whether one may write. */
export function useKickoff(id: () => string) {
  const device = useDevice()
  const session = useSession()
  const { forRom } = useEnheter()
  const kickoff = useRow('kickoff', id)
  const rom = computed(() => kickoff.value?.rom ?? 'project')
  const alleLapper = useRows('kickofflapp', rom)
  const alleMerker = useRows('kickoffmerke', rom)
  const alleBeslutninger = useRows('beslutning', rom)
  const mine = <T extends { kickoff: string }>(rader: readonly T[] | undefined): T[] | undefined =>
    rader?.filter((r) => r.kickoff === id())
  const lapper = computed(() => mine(alleLapper.value))
  const merker = computed(() => mine(alleMerker.value))
  const beslutninger = computed(() => mine(alleBeslutninger.value)?.sort((a, b) => a.skrevet - b.skrevet))
  const kanSkrive = computed(() => ['skriv', 'uttal'].includes(session.rett(rom.value) ?? ''))
  const enhet = computed(() => forRom.value.get(rom.value))
  const endre = (k: Post<'kickoff'>, set: Partial<Kickoff>) =>
    device.write({ rom: k.rom, type: 'kickoff', id: k.id, set })
  return { kickoff, lapper, merker, beslutninger, kanSkrive, enhet, endre, device }
}
