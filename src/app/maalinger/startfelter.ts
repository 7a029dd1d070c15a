import type { Dato } from '../../domain/dato.ts'
import type { EnhetPost } from '../../domain/enhet.ts'
import { HOVEDINDIKATORER, INDIKATORNAVN, type Indikatornavn } from '../../domain/indikatorer.ts'
import type { Maaling } from '../../domain/maaling.ts'
import { DELER } from '../../domain/maalingsdeler.ts'
import { TOMME_DELER, type Maalingsfelter, type Maate } from '../../domain/maalingsskjema.ts'

/** The larger wholes publish a percentage; the units count. */
const publiserer = (e: Pick<EnhetPost, 'nivaa'> | undefined): boolean =>
  e?.nivaa === 'kommune' || e?.nivaa === 'tjenesteomraade'

/** KS' own series are the municipality's; a unit has none. */
export const indikatorerFor = (e: Pick<EnhetPost, 'nivaa'> | undefined): Indikatornavn[] =>
  INDIKATORNAVN.filter((i) => e?.nivaa === 'kommune' || !i.endsWith('Ks'))

/** What one can have of an indicator, the usual first. Sick leave is often known as a percentage alone. */
export function maaterFor(e: Pick<EnhetPost, 'nivaa'> | undefined, indikator: Indikatornavn): readonly Maate[] {
  if (indikator === 'vikarbruk') return ['deler', 'verdi']
  if (DELER[indikator]) return ['antall', 'deler', 'verdi']
  return publiserer(e) ? ['verdi', 'antall'] : ['antall']
}

/** Where the figure is usually taken from; what the form begins with. */
export const vanligKilde = (i: Indikatornavn): string =>
  i === 'vikarbruk' ? 'GAT' : i.endsWith('Ks') ? 'KS' : i === 'ufrivilligDeltid' ? 'Undersøkelse' : 'HRM'
export const KILDER = ['HRM', 'GAT', 'Undersøkelse', 'KS', 'Visma']

/** A new measurement: today, by counts, or by a percentage alone where that is what is published. */
export function nyeFelter(
  enhet: EnhetPost | undefined,
  indikator: Indikatornavn,
  idag: Dato,
  fra: Partial<Maalingsfelter> = {},
): Maalingsfelter {
  return {
    indikator,
    enhet: enhet?.id ?? '',
    dato: idag,
    maate: maaterFor(enhet, indikator)[0]!,
    teller: '',
    nevner: '',
    verdi: '',
    spurt: '',
    ...TOMME_DELER,
    kilde: vanligKilde(indikator),
    merknad: '',
    ...fra,
  }
}

const tekst = (n: number | null): string => (n === null ? '' : String(n).replace('.', ','))

/** A measurement that is to be corrected, as it was typed. */
export const felterFra = (m: Maaling): Maalingsfelter => ({
  indikator: m.indikator,
  enhet: m.enhet,
  dato: m.dato,
  maate: m.deler ? 'deler' : m.teller === null ? 'verdi' : 'antall',
  teller: tekst(m.teller),
  nevner: tekst(m.nevner),
  verdi: tekst(m.verdi),
  spurt: tekst(m.spurt),
  ...TOMME_DELER,
  ...Object.fromEntries(Object.entries(m.deler ?? {}).map(([d, n]) => [d, tekst(n)])),
  kilde: m.kilde,
  merknad: m.merknad,
})

/** The other headline indicator: what one usually has the figures for at the same time. */
export const denAndre = (i: Indikatornavn): Indikatornavn | null =>
  (HOVEDINDIKATORER as readonly string[]).includes(i) ? HOVEDINDIKATORER.find((h) => h !== i)! : null
