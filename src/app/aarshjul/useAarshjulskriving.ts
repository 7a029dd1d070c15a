import type { Oppgaveendring } from './oppgaveskjema.ts'
import type { Hjulrad } from './visning.ts'
import { useDevice } from '../composables/useDevice.ts'
import { useSession } from '../stores/session.ts'
import { useToast } from '../stores/toast.ts'
import { ROLLENAVN } from '../texts/navn.ts'
import { angreKryss, kryssAv, nesteRekkefoelge, type AarshjulPost } from '../../domain/aarshjul.ts'
import type { Planforslag } from '../../domain/aarshjulplan.ts'
import type { Dato } from '../../domain/dato.ts'
import type { Lest } from '../../domain/lest.ts'
import type { Endring } from '../../data/device.ts'

type Oppgaveset = NonNullable<Endring<'aarshjuloppgave'>['set']>

/** What the prosjektleder does with the year wheel: each is one write, said in a sentence, and can be taken back. */
export function useAarshjulskriving() {
  const device = useDevice()
  const toast = useToast()
  const session = useSession()

  const endring = (id: string, set: Oppgaveset): Endring<'aarshjuloppgave'> => ({
    rom: 'project',
    type: 'aarshjuloppgave',
    id,
    set,
  })
  async function skriv(endringer: Endring | Endring[], tekst: string) {
    const { angre } = await device.write(endringer)
    toast.vis({ tekst, angre })
  }

  return {
    kryss(o: AarshjulPost, paa: boolean, idag: Dato) {
      const rolle = session.bruker ? ROLLENAVN[session.bruker.rolle] : ''
      const set = paa ? kryssAv(o, idag, rolle) : angreKryss(o)
      if (Object.keys(set).length === 0) return Promise.resolve()
      return skriv(
        endring(o.id, set),
        paa ? `«${o.tittel}» er merket som gjort` : `«${o.tittel}» er ikke lenger merket som gjort`,
      )
    },

    async lagre(o: Hjulrad, felter: Oppgaveendring, alle: readonly AarshjulPost[], fra?: Lest) {
      if (Object.keys(felter).length === 0) return
      const flyttes = felter.kvartal !== undefined
      const plass = flyttes ? { rekkefoelge: nesteRekkefoelge(alle, o.aar, felter.kvartal!) } : {}
      await skriv({ ...endring(o.id, { ...felter, ...plass }), fra }, `«${felter.tittel ?? o.tittel}» er lagret`)
    },

    /** Gives the new activity's id. */
    async opprett(
      felter: Oppgaveendring & Pick<AarshjulPost, 'aar' | 'kvartal' | 'tittel' | 'ring' | 'tilstand'>,
      alle: readonly AarshjulPost[],
    ): Promise<string> {
      const id = device.nyId()
      const rekkefoelge = nesteRekkefoelge(alle, felter.aar, felter.kvartal)
      await skriv(
        endring(id, { ...felter, rekkefoelge }),
        `«${felter.tittel}» er lagt til i ${felter.kvartal}. kvartal`,
      )
      return id
    },

    slett: (o: AarshjulPost) =>
      skriv({ rom: 'project', type: 'aarshjuloppgave', id: o.id, slettet: true }, `«${o.tittel}» er slettet`),

    /** Writes the drafts; one that was thrown away before comes back. */
    lagPlan: (aar: number, forslag: readonly Planforslag[]) =>
      skriv(
        forslag.map((f) => ({ ...endring(f.id, f.rad), slettet: false })),
        `Utkast til årshjul ${aar} med ${forslag.length} ${forslag.length === 1 ? 'aktivitet' : 'aktiviteter'} er laget`,
      ),

    vedta: (aar: number, utkast: readonly AarshjulPost[]) =>
      skriv(
        utkast.map((o) => endring(o.id, { tilstand: 'vedtatt' })),
        `Årshjulet for ${aar} er vedtatt`,
      ),

    forkast: (aar: number, utkast: readonly AarshjulPost[]) =>
      skriv(
        utkast.map((o): Endring => ({ rom: 'project', type: 'aarshjuloppgave', id: o.id, slettet: true })),
        `Utkastet til årshjul ${aar} er forkastet`,
      ),
  }
}
