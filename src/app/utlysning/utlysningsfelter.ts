import * as v from 'valibot'
import { utlysningSkjema, type Alternativ, type Begrunnelse, type Utlysning } from '../../domain/utlysning.ts'
import { skrivFelt, tallfelt } from '../felles/tallfelt.ts'

/** The form's own schema: the table's, where figures are typed, and an empty choice or date means none. */
const e = utlysningSkjema.entries
const tomErIngen = v.transform((tekst: string) => (tekst === '' ? null : tekst))

const feltene = v.object({
  stilling: e.stilling,
  yrke: e.yrke,
  prosent: tallfelt(1, 100, 'Stillingsprosenten'),
  antall: v.pipe(tallfelt(1, 100, 'Antallet'), v.integer('Skriv et helt antall.')),
  grunner: e.grunner,
  begrunnelse: e.begrunnelse,
  alternativer: e.alternativer,
  alternativTekst: e.alternativTekst,
  fortrinnsrett: e.fortrinnsrett,
  fortrinnsrettTekst: e.fortrinnsrettTekst,
  krav: e.krav,
  kravTekst: e.kravTekst,
  droeftetDato: v.pipe(v.string(), tomErIngen, e.droeftetDato.wrapped),
  droeftetMed: e.droeftetMed,
  droeftetSyn: v.pipe(v.string(), tomErIngen, e.droeftetSyn.wrapped),
  utfall: e.utfall,
  utlystDato: v.pipe(v.string(), tomErIngen, e.utlystDato.wrapped),
  konklusjon: e.konklusjon,
  arkivref: e.arkivref,
})
/** What is advertised has a day, which it is counted by; what is not has none. */
export const utlysningsfelterSkjema = v.pipe(
  feltene,
  v.forward(
    v.partialCheck(
      [['utfall'], ['utlystDato']],
      ({ utfall, utlystDato }) => utfall !== 'utlyst' || utlystDato !== null,
      'Skriv dagen stillingen ble lyst ut, så den telles med.',
    ),
    ['utlystDato'],
  ),
  v.transform((innhold) => (innhold.utfall === 'utlyst' ? innhold : { ...innhold, utlystDato: null })),
)
export type Utlysningsinnhold = v.InferOutput<typeof utlysningsfelterSkjema>
export type Utlysningsfelter = Omit<
  Record<keyof Utlysningsinnhold, string>,
  'grunner' | 'alternativer' | 'yrke' | 'fortrinnsrett' | 'krav' | 'utfall'
> &
  Pick<Utlysning, 'yrke' | 'fortrinnsrett' | 'krav' | 'utfall'> & {
    grunner: Begrunnelse[]
    alternativer: Alternativ[]
  }

/** What stands in the fields: of an advertised position, or of a new one. */
export const utlysningsfelter = (u?: Utlysning): Utlysningsfelter => ({
  stilling: u?.stilling ?? '',
  yrke: u?.yrke ?? '',
  prosent: u ? skrivFelt(u.prosent) : '',
  antall: String(u?.antall ?? 1),
  grunner: [...(u?.grunner ?? [])],
  begrunnelse: u?.begrunnelse ?? '',
  alternativer: [...(u?.alternativer ?? [])],
  alternativTekst: u?.alternativTekst ?? '',
  fortrinnsrett: u?.fortrinnsrett ?? 'ikke_vurdert',
  fortrinnsrettTekst: u?.fortrinnsrettTekst ?? '',
  krav: u?.krav ?? 'ikke_vurdert',
  kravTekst: u?.kravTekst ?? '',
  droeftetDato: u?.droeftetDato ?? '',
  droeftetMed: u?.droeftetMed ?? '',
  droeftetSyn: u?.droeftetSyn ?? '',
  utfall: u?.utfall ?? 'aapen',
  utlystDato: u?.utlystDato ?? '',
  konklusjon: u?.konklusjon ?? '',
  arkivref: u?.arkivref ?? '',
})
