import * as v from 'valibot'
import type { Dato } from './dato.ts'
import { eksempel, kortTekst, langTekst, tittel, valgfriDato } from './felt.ts'
import { HELTID_FRA } from './stillingstall.ts'
import { YRKER } from './toern.ts'
import { SYN } from './uttalelse.ts'

/** Why a position is thought to be part-time. */
export const BEGRUNNELSER = ['helg', 'natt', 'fravaer', 'oppgaver', 'oekonomi', 'annet'] as const
export type Begrunnelse = (typeof BEGRUNNELSER)[number]

/** What could give a larger position instead. */
export const ALTERNATIVER = [
  'slaa_sammen',
  'oeke_andres',
  'oppgavedeling',
  'langvakt',
  'aarsplan',
  'kombistilling',
] as const
export type Alternativ = (typeof ALTERNATIVER)[number]

/** Whether a right has been looked into, and what was found. */
export const AVKLARINGER = ['ikke_vurdert', 'ingen', 'kjent'] as const
export type Avklaring = (typeof AVKLARINGER)[number]

export const UTFALL = ['aapen', 'utlyst', 'ikke_utlyst'] as const
export type Utfall = (typeof UTFALL)[number]

/**
 * A position that is advertised, or thought of. Of one under 100 % the law asks for a written assessment, which the tillitsvalgte
 * are shown and with whom it is discussed, before it is decided on (arbeidsmiljøloven § 14-1 b). Never the name of an applicant.
 */
export const utlysningSkjema = v.object({
  stilling: tittel('Stilling'),
  /** Profession as in TØRN; empty where it is another. */
  yrke: v.optional(v.picklist([...YRKER, '']), ''),
  /** Of a full position. */
  prosent: v.pipe(
    v.number('Skriv stillingsprosenten.'),
    v.minValue(1, 'Stillingsprosenten kan ikke være under 1.'),
    v.maxValue(100, 'Stillingsprosenten kan ikke være over 100.'),
  ),
  antall: v.optional(
    v.pipe(
      v.number(),
      v.integer('Skriv et helt antall.'),
      v.minValue(1, 'Skriv minst 1.'),
      v.maxValue(100, 'Skriv høyst 100.'),
    ),
    1,
  ),
  grunner: v.optional(v.array(v.picklist(BEGRUNNELSER)), []),
  begrunnelse: langTekst('Begrunnelse'),
  alternativer: v.optional(v.array(v.picklist(ALTERNATIVER)), []),
  alternativTekst: langTekst('Vurderingen av alternativer'),
  /** Part-timers' priority to a larger position, § 14-3. */
  fortrinnsrett: v.optional(v.picklist(AVKLARINGER), 'ikke_vurdert'),
  fortrinnsrettTekst: langTekst('Fortrinnsrett'),
  /** Claims for a position equal to the hours worked, § 14-4 a. */
  krav: v.optional(v.picklist(AVKLARINGER), 'ikke_vurdert'),
  kravTekst: langTekst('Krav'),
  droeftetDato: valgfriDato,
  /** Roles and organisations. */
  droeftetMed: kortTekst('Drøftet med'),
  droeftetSyn: v.optional(v.nullable(v.picklist(SYN)), null),
  utfall: v.optional(v.picklist(UTFALL), 'aapen'),
  utlystDato: valgfriDato,
  konklusjon: langTekst('Konklusjon'),
  arkivref: kortTekst('Saksnummer'),
  eksempel,
})
export type Utlysning = v.InferOutput<typeof utlysningSkjema>

/** The law's part-time: whatever is not a full position. */
export const trengerVurdering = (u: Pick<Utlysning, 'prosent'>): boolean => u.prosent < 100

export const KRAV_TIL_VURDERINGEN = ['begrunnelse', 'alternativer', 'fortrinnsrett', 'krav', 'droefting'] as const
export type Vurderingskrav = (typeof KRAV_TIL_VURDERINGEN)[number]

/** What the written assessment still lacks; nothing of a full position. */
export function manglerIVurderingen(u: Utlysning): Vurderingskrav[] {
  if (!trengerVurdering(u)) return []
  const skrevet: Record<Vurderingskrav, boolean> = {
    begrunnelse: u.begrunnelse.trim() !== '',
    alternativer: u.alternativer.length > 0 || u.alternativTekst.trim() !== '',
    fortrinnsrett: u.fortrinnsrett !== 'ikke_vurdert',
    krav: u.krav !== 'ikke_vurdert',
    droefting: u.droeftetDato !== null && u.droeftetMed.trim() !== '',
  }
  return KRAV_TIL_VURDERINGEN.filter((krav) => !skrevet[krav])
}

/** Posts that were advertised on a day between the two, both included, by Asker's definition of heltid (80–100 %): tiltaksmål T3. */
export function telling(
  utlysninger: readonly Pick<Utlysning, 'utfall' | 'utlystDato' | 'prosent' | 'antall'>[],
  fraOgMed: Dato,
  tilOgMed: Dato,
): { heltid: number; deltid: number } {
  const tellt = { heltid: 0, deltid: 0 }
  for (const u of utlysninger)
    if (u.utfall === 'utlyst' && u.utlystDato !== null && u.utlystDato >= fraOgMed && u.utlystDato <= tilOgMed)
      tellt[u.prosent >= HELTID_FRA ? 'heltid' : 'deltid'] += u.antall
  return tellt
}

/** What is open first, then the latest advertised; equal ones by name. */
export const sorterUtlysninger = <T extends Pick<Utlysning, 'utfall' | 'utlystDato' | 'stilling'>>(
  utlysninger: readonly T[],
): T[] =>
  [...utlysninger].sort(
    (a, b) =>
      Number(a.utfall !== 'aapen') - Number(b.utfall !== 'aapen') ||
      (b.utlystDato ?? '').localeCompare(a.utlystDato ?? '') ||
      a.stilling.localeCompare(b.stilling, 'nb'),
  )
