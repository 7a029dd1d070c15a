import { useRouter } from 'vue-router'
import type { Post } from '../../domain/tabeller.ts'
import { useDevice } from '../composables/useDevice.ts'
import { useToast } from '../stores/toast.ts'

/** Correcting and deleting a measurement, from any list of them. */
export function useMaalingsendring() {
  const device = useDevice()
  const toast = useToast()
  const router = useRouter()
  return {
    rett: (m: Post<'maaling'>) => router.push({ path: '/maalinger/ny', query: { rett: m.id } }),
    async slett(m: Post<'maaling'>) {
      const { angre } = await device.write({ rom: m.rom, type: 'maaling', id: m.id, slettet: true })
      toast.vis({ tekst: 'Målingen er slettet.', angre })
    },
  }
}
