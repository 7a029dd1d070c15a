import * as v from 'valibot'
import { KORT_TEKST_MAKS } from '../../domain/felt.ts'
import { INDIKATORNAVN, type Indikatornavn } from '../../domain/indikatorer.ts'
import { lesTall } from '../../domain/tallformat.ts'
import {
  erBeslutning,
  FASER,
  MAALETIDER,
  MAKS_MAAL,
  utproevingSkjema,
  VARIGHET_MAKS,
  type Utproeving,
  type Utproevingsmaal,
} from '../../domain/utproeving.ts'
import { HINDERTEKST } from '../texts/utproeving.ts'
import { skrivFelt, tallEller, tallfeltEller0 } from '../felles/tallfelt.ts'

/** The form's own schema: the table's, where figures are typed, and an empty choice or date means none. */
const e = utproevingSkjema.entries
const tomErIngen = v.transform((tekst: string) => (tekst === '' ? null : tekst))

/** What is measured, as it stands in the fields. `hva`: an indicator, or empty for own words. */
export type Maalfelter = Record<'hva' | 'navn' | 'benevning' | 'foer' | 'etter3' | 'etter12', string>
const tomt = (m: Maalfelter): boolean => m.hva === '' && m.navn.trim() === ''
const erTall = (t: string): boolean => t.trim() === '' || lesTall(t).ok
const tall = (t: string): number | null => (t.trim() === '' ? null : tallEller(t, 0))
const indikator = (hva: string): Indikatornavn | null => INDIKATORNAVN.find((i) => i === hva) ?? null

const somMaal = (m: Maalfelter): Utproevingsmaal => ({
  indikator: indikator(m.hva),
  navn: m.hva === '' ? m.navn.trim() : '',
  benevning: m.hva === '' ? m.benevning.trim() : '',
  foer: tall(m.foer),
  etter3: tall(m.etter3),
  etter12: tall(m.etter12),
})

const maalfelt = v.object({
  hva: v.string(),
  navn: v.string(),
  benevning: v.string(),
  foer: v.string(),
  etter3: v.string(),
  etter12: v.string(),
})

/** Every fault inside the list is said of the list. */
const feltene = v.object({
  navn: e.navn,
  slag: e.slag,
  beskrivelse: e.beskrivelse,
  fase: v.picklist(FASER),
  start: v.pipe(v.string(), tomErIngen, e.start.wrapped),
  varighet: v.pipe(
    tallfeltEller0(VARIGHET_MAKS, 'Varigheten'),
    v.integer('Skriv hele måneder.'),
    v.transform((n) => (n === 0 ? null : n)),
  ),
  maal: v.pipe(
    v.array(maalfelt),
    v.check(
      (l) => l.every((m) => !tomt(m) || MAALETIDER.every((t) => m[t].trim() === '')),
      'Skriv hva som måles, ved hvert tall.',
    ),
    v.check(
      (l) => l.every((m) => MAALETIDER.every((t) => erTall(m[t]))),
      'Skriv verdiene med sifre, for eksempel 54 eller 30,5. La feltet stå tomt der det ikke er målt.',
    ),
    v.check(
      (l) => l.every((m) => MAALETIDER.every((t) => Math.abs(tall(m[t]) ?? 0) <= 1e9)),
      'Et av tallene er for stort.',
    ),
    v.check(
      (l) => l.every((m) => Math.max(m.navn.trim().length, m.benevning.trim().length) <= KORT_TEKST_MAKS),
      'Det som måles, kan ha 200 tegn. Kort ned det lengste.',
    ),
    v.check((l) => l.filter((m) => !tomt(m)).length <= MAKS_MAAL, `Det er plass til ${MAKS_MAAL} mål.`),
    v.transform((l) => l.filter((m) => !tomt(m)).map(somMaal)),
  ),
  evaluertDato: v.pipe(v.string(), tomErIngen, e.evaluertDato.wrapped),
  evaluertHvordan: e.evaluertHvordan,
  resultat: e.resultat,
  beslutning: e.beslutning,
  ansvarlig: e.ansvarlig,
  aktivitet: v.pipe(v.string(), tomErIngen, e.aktivitet.wrapped),
})
/** A trial that is decided on from the first says what it showed. */
export const utproevingsfelterSkjema = v.pipe(
  feltene,
  v.forward(
    v.partialCheck(
      [['fase'], ['resultat']],
      ({ fase, resultat }) => !erBeslutning(fase) || resultat.trim() !== '',
      HINDERTEKST.resultat,
    ),
    ['resultat'],
  ),
)
export type Utproevingsinnhold = v.InferOutput<typeof utproevingsfelterSkjema>
export type Utproevingsfelter = Omit<Record<keyof Utproevingsinnhold, string>, 'maal' | 'slag' | 'fase'> &
  Pick<Utproevingsinnhold, 'slag' | 'fase'> & { maal: Maalfelter[] }

export const tomtMaal = (): Maalfelter => ({ hva: '', navn: '', benevning: '', foer: '', etter3: '', etter12: '' })
const iFelt = (n: number | null): string => (n === null ? '' : skrivFelt(n))

/** What stands in the fields: of a trial, or of a new one. */
export const utproevingsfelter = (u?: Utproeving): Utproevingsfelter => ({
  navn: u?.navn ?? '',
  slag: u?.slag ?? 'langvakt',
  beskrivelse: u?.beskrivelse ?? '',
  fase: 'planlagt',
  start: u?.start ?? '',
  varighet: u?.varighet ? String(u.varighet) : '',
  maal: u
    ? u.maal.map((m) => ({
        hva: m.indikator ?? '',
        navn: m.navn,
        benevning: m.benevning,
        foer: iFelt(m.foer),
        etter3: iFelt(m.etter3),
        etter12: iFelt(m.etter12),
      }))
    : [{ ...tomtMaal(), hva: 'andelHeltid' }],
  evaluertDato: u?.evaluertDato ?? '',
  evaluertHvordan: u?.evaluertHvordan ?? '',
  resultat: u?.resultat ?? '',
  beslutning: u?.beslutning ?? '',
  ansvarlig: u?.ansvarlig ?? '',
  aktivitet: u?.aktivitet ?? '',
})
