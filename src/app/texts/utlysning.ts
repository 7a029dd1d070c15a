import type { Alternativ, Avklaring, Begrunnelse, Utfall, Vurderingskrav } from '../../domain/utlysning.ts'

/** What the words of an advertised position are called on the screen and on paper. */

export const BEGRUNNELSESNAVN: Record<Begrunnelse, string> = {
  helg: 'Helgene må dekkes',
  natt: 'Nattevakter',
  fravaer: 'Noen har delvis permisjon eller redusert stilling',
  oppgaver: 'Oppgavene fyller ikke en hel stilling',
  oekonomi: 'Økonomien',
  annet: 'Annet',
}

export const ALTERNATIVNAVN: Record<Alternativ, string> = {
  slaa_sammen: 'Slå sammen med en annen ledig stilling',
  oeke_andres: 'Øke stillingen til noen som arbeider deltid',
  oppgavedeling: 'Dele oppgavene på en annen måte',
  langvakt: 'Langvakter eller annen helgefrekvens',
  aarsplan: 'Årsplan: faste stillinger for vikartimer',
  kombistilling: 'Kombistilling med en annen enhet',
}

export const FORTRINNSRETTNAVN: Record<Avklaring, string> = {
  ikke_vurdert: 'Ikke vurdert ennå',
  ingen: 'Ingen har krevd fortrinn',
  kjent: 'Noen har, og det er avklart',
}

export const KRAVNAVN: Record<Avklaring, string> = {
  ikke_vurdert: 'Ikke undersøkt ennå',
  ingen: 'Ingen kjente krav',
  kjent: 'Det er kjente krav',
}

export const UTFALLSNAVN: Record<Utfall, string> = {
  aapen: 'Ikke avgjort',
  utlyst: 'Lyst ut',
  ikke_utlyst: 'Ikke lyst ut',
}

/** What is missing, as the end of «Mangler: …». */
export const MANGLERNAVN: Record<Vurderingskrav, string> = {
  begrunnelse: 'begrunnelsen',
  alternativer: 'hvilke alternativer som er vurdert',
  fortrinnsrett: 'fortrinnsrett (§ 14-3)',
  krav: 'krav etter § 14-4 a',
  droefting: 'når og med hvem det er drøftet',
}
