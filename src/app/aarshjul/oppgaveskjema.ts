import * as v from 'valibot'
import { aarshjuloppgaveSkjema, type Aarshjuloppgave } from '../../domain/aarshjul.ts'
import { feilIDato } from '../../domain/aarshjulregler.ts'
import { feilITid } from '../../domain/aarshjulendring.ts'
import { dato } from '../../domain/felt.ts'

const { aar, kvartal, maaned, tittel, ring, ansvarlig, kommentar, enheter, gjentakelse } = aarshjuloppgaveSkjema.entries

const datofelt = v.pipe(
  v.nullable(v.string()),
  v.transform((d) => d || null),
  v.nullable(dato),
)

/** When, as it is filled in: a month outside the chosen quarter is from before the quarter was changed, and falls away; so does one that a date says already. */
const ryddTid = <T extends { kvartal: number; maaned: number | null; dato: string | null }>(t: T): T => ({
  ...t,
  maaned: t.dato !== null || (t.maaned !== null && Math.ceil(t.maaned / 3) !== t.kvartal) ? null : t.maaned,
})

/** The fields that a person fills in, by the table's own rules; an empty date is none, and a date lies in its quarter. */
export const skjema = v.pipe(
  v.object({
    aar,
    kvartal,
    maaned,
    tittel,
    ring,
    ansvarlig,
    dato: datofelt,
    kommentar,
    enheter,
    gjentakelse,
  }),
  v.forward(
    v.partialCheck(
      [['aar'], ['kvartal'], ['dato']],
      (o) => feilIDato(o.dato, o.aar, o.kvartal) === null,
      (issue) => {
        const o = issue.input as Pick<Aarshjuloppgave, 'aar' | 'kvartal' | 'dato'>
        return feilIDato(o.dato, o.aar, o.kvartal) ?? ''
      },
    ),
    ['dato'],
  ),
  v.transform(ryddTid),
)
export type Oppgavefelter = v.InferInput<typeof skjema>
export type Oppgaveendring = Partial<v.InferOutput<typeof skjema>>

export const somFelter = (o: Pick<Aarshjuloppgave, keyof v.InferOutput<typeof skjema>>): Oppgavefelter => ({
  aar: o.aar,
  kvartal: o.kvartal,
  maaned: o.maaned,
  tittel: o.tittel,
  ring: o.ring,
  ansvarlig: o.ansvarlig,
  dato: o.dato,
  kommentar: o.kommentar,
  enheter: o.enheter,
  gjentakelse: o.gjentakelse,
})

/** To another time, with the reason. */
export const flytteskjema = v.pipe(
  v.object({
    aar,
    kvartal,
    maaned,
    dato: datofelt,
    grunn: v.pipe(v.string(), v.trim(), v.minLength(1, 'Skriv hvorfor den flyttes.'), v.maxLength(200)),
  }),
  v.transform(ryddTid),
  v.forward(
    v.partialCheck(
      [['aar'], ['kvartal'], ['maaned'], ['dato']],
      (t) => feilITid(t) === null,
      (issue) => feilITid(issue.input as Parameters<typeof feilITid>[0]) ?? '',
    ),
    ['dato'],
  ),
)
export type Flyttefelter = v.InferInput<typeof flytteskjema>
export type Flytting = v.InferOutput<typeof flytteskjema>

export const avlysskjema = v.object({
  grunn: v.pipe(v.string(), v.trim(), v.minLength(1, 'Skriv hvorfor den utgår.'), v.maxLength(200)),
})

export const GJENTAKELSENAVN: Record<Oppgavefelter['gjentakelse'] & string, string> = {
  '': 'Ikke sagt – foreslås når den har kommet igjen før',
  hvert_aar: 'Hvert år',
  hvert_kvartal: 'Hvert kvartal',
  nei: 'Nei, bare denne gangen',
}

/** Roles that the source's wheels use, offered as the responsible is typed. */
export const ROLLEFORSLAG = [
  'prosjektleder',
  'prosjekteier',
  'virksomhetsleder',
  'avdelingsleder',
  'ressursteam HR',
  'styringsgruppen',
  'hovedtillitsvalgt',
]
