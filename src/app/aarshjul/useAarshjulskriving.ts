import type { Flytting, Oppgaveendring } from './oppgaveskjema.ts'
import type { Hjulpost } from './visning.ts'
import { useDevice } from '../composables/useDevice.ts'
import { useSession } from '../stores/session.ts'
import { useToast } from '../stores/toast.ts'
import { ROLLENAVN } from '../texts/navn.ts'
import { type AarshjulPost } from '../../domain/aarshjul.ts'
import { angreKryss, kryssAv, nesteRekkefoelge } from '../../domain/aarshjulregler.ts'
import { avlys, flytt, flyttTilbake, skrivTid, taMedIgjen, type Hvorfor } from '../../domain/aarshjulendring.ts'
import { sammeLenke, type Lenke } from '../../domain/aarshjullenke.ts'
import { kvartaleneEtter, type Planforslag } from '../../domain/aarshjulplan.ts'
import { leggTilMaaneder, type Dato, type Kvartal } from '../../domain/dato.ts'
import { lest, type Lest } from '../../domain/lest.ts'
import type { Endring } from '../../data/device.ts'

type Oppgaveset = NonNullable<Endring<'aarshjuloppgave'>['set']>
type NyOppgave = Oppgaveendring & Pick<AarshjulPost, 'aar' | 'kvartal' | 'tittel' | 'ring' | 'tilstand'>

/** What to do with one that a year leaves undone, when the next is planned. */
export type Etterslep = 'gjort' | 'utgaar'

/** What is done with the year wheel by those who may write it: each is one write, said in a sentence, and can be taken back. */
export function useAarshjulskriving() {
  const device = useDevice()
  const toast = useToast()
  const session = useSession()
  const rolle = () => (session.bruker ? ROLLENAVN[session.bruker.rolle] : '')

  const ny = ({ rom, id }: { rom: string; id: string }, set: Oppgaveset): Endring<'aarshjuloppgave'> => ({
    rom,
    type: 'aarshjuloppgave',
    id,
    set,
  })
  /** Of an activity as she saw it, so that whoever has written it meanwhile is told. */
  const endring = (o: Hjulpost, set: Oppgaveset): Endring<'aarshjuloppgave'> => ({ ...ny(o, set), fra: lest(o) })
  const sletting = (o: Hjulpost): Endring => ({
    rom: o.rom,
    type: 'aarshjuloppgave',
    id: o.id,
    slettet: true,
    fra: lest(o),
  })
  async function skriv(endringer: Endring | Endring[], tekst: string) {
    const { angre } = await device.write(endringer)
    toast.vis({ tekst, angre })
  }
  const skrivEn = async (o: Hjulpost, set: Oppgaveset, tekst: string) => {
    if (Object.keys(set).length > 0) await skriv(endring(o, set), tekst)
  }
  const hvorfor = (idag: Dato, grunn: string): Hvorfor => ({ idag, rolle: rolle(), grunn })

  return {
    kryss: (o: Hjulpost, paa: boolean, idag: Dato) =>
      skrivEn(
        o,
        paa ? kryssAv(o, idag, rolle()) : angreKryss(o),
        paa ? `«${o.tittel}» er merket som gjort` : `«${o.tittel}» er ikke lenger merket som gjort`,
      ),

    async lagre(o: Hjulpost, felter: Oppgaveendring, alle: readonly AarshjulPost[], fra?: Lest) {
      if (Object.keys(felter).length === 0) return
      const { kvartal, maaned, dato } = { ...o, ...felter }
      // When it is to be done is one thing: what is said of it is written whole.
      const tid = 'kvartal' in felter || 'maaned' in felter || 'dato' in felter ? { kvartal, maaned, dato } : {}
      const flyttes = felter.kvartal !== undefined
      const plass = flyttes ? { rekkefoelge: nesteRekkefoelge(alle, o.aar, felter.kvartal!) } : {}
      await skriv(
        { ...endring(o, { ...felter, ...tid, ...plass }), ...(fra && { fra }) },
        `«${felter.tittel ?? o.tittel}» er lagret`,
      )
    },

    /** Gives the new activity's id. One that is to be done every quarter is laid in the quarters after it too. */
    async opprett(rom: string, felter: NyOppgave, alle: readonly AarshjulPost[]): Promise<string> {
      const id = device.nyId()
      const i = (kvartal: Kvartal): NyOppgave => {
        const maaneder = (kvartal - felter.kvartal) * 3
        return {
          ...felter,
          kvartal,
          dato: felter.dato ? leggTilMaaneder(felter.dato, maaneder) : null,
          maaned: felter.maaned ? felter.maaned + maaneder : null,
        }
      }
      const kvartaler = [
        felter.kvartal,
        ...(felter.gjentakelse === 'hvert_kvartal' ? kvartaleneEtter(felter.kvartal) : []),
      ]
      await skriv(
        kvartaler.map((k, n) =>
          ny(
            { rom, id: n === 0 ? id : device.nyId() },
            { ...i(k), rekkefoelge: nesteRekkefoelge(alle, felter.aar, k) },
          ),
        ),
        kvartaler.length === 1
          ? `«${felter.tittel}» er lagt til i ${felter.kvartal}. kvartal`
          : `«${felter.tittel}» er lagt til i ${kvartaler.length} kvartaler`,
      )
      return id
    },

    slett: (o: Hjulpost) => skriv(sletting(o), `«${o.tittel}» er slettet`),

    /** @param o as it stood when she began */
    async flytt(o: Hjulpost, { grunn, ...til }: Flytting, idag: Dato, alle: readonly AarshjulPost[]) {
      const set = flytt(o, til, hvorfor(idag, grunn))
      const plass =
        til.kvartal === o.kvartal && til.aar === o.aar
          ? {}
          : { rekkefoelge: nesteRekkefoelge(alle, til.aar, til.kvartal) }
      if (Object.keys(set).length > 0)
        await skriv(endring(o, { ...set, ...plass }), `«${o.tittel}» er flyttet til ${skrivTid(til, o.aar)}`)
    },
    flyttTilbake: (o: Hjulpost) =>
      skrivEn(
        o,
        flyttTilbake(o),
        `«${o.tittel}» er flyttet tilbake til ${o.flyttetFra ? skrivTid(o.flyttetFra, o.aar) : ''}`,
      ),
    avlys: (o: Hjulpost, grunn: string, idag: Dato) =>
      skrivEn(o, avlys(o, hvorfor(idag, grunn)), `«${o.tittel}» utgår`),
    taMedIgjen: (o: Hjulpost) => skrivEn(o, taMedIgjen(o), `«${o.tittel}» er med igjen`),

    async leggTilLenke(o: Hjulpost, lenke: Lenke) {
      if (o.lenker.some((l) => sammeLenke(l, lenke))) return
      await skriv(endring(o, { lenker: [...o.lenker, lenke] }), 'Lenken er lagt til')
    },
    fjernLenke: (o: Hjulpost, lenke: Lenke) =>
      skriv(endring(o, { lenker: o.lenker.filter((l) => !sammeLenke(l, lenke)) }), 'Lenken er fjernet'),

    /** Writes the drafts, and what was said of what the old year left undone; a draft that was thrown away before comes back. */
    lagPlan: (
      rom: string,
      aar: number,
      forslag: readonly Planforslag[],
      etterslep: readonly { oppgave: Hjulpost; hva: Etterslep }[],
      idag: Dato,
    ) =>
      skriv(
        [
          ...forslag.map((f) => ({ ...ny({ rom, id: f.id }, f.rad), slettet: false })),
          ...etterslep.map(({ oppgave, hva }) =>
            endring(
              oppgave,
              hva === 'gjort'
                ? kryssAv(oppgave, idag, rolle())
                : avlys(oppgave, hvorfor(idag, `Ikke gjort i ${oppgave.aar}`)),
            ),
          ),
        ],
        forslag.length === 0
          ? `${aar - 1} er gjort opp`
          : `Utkast til årshjul ${aar} med ${forslag.length} ${forslag.length === 1 ? 'aktivitet' : 'aktiviteter'} er laget`,
      ),

    vedta: (aar: number, utkast: readonly Hjulpost[]) =>
      skriv(
        utkast.map((o) => endring(o, { tilstand: 'vedtatt' })),
        `Årshjulet for ${aar} er vedtatt`,
      ),

    forkast: (aar: number, utkast: readonly Hjulpost[]) =>
      skriv(utkast.map(sletting), `Utkastet til årshjul ${aar} er forkastet`),
  }
}
