import * as v from 'valibot'
import { aarshjuloppgaveSkjema, feilIDato, type Aarshjuloppgave } from '../../domain/aarshjul.ts'
import { dato } from '../../domain/felt.ts'

const { aar, kvartal, tittel, ring, ansvarlig, kommentar } = aarshjuloppgaveSkjema.entries

/** The fields that a person fills in, by the table's own rules; an empty date is none, and a date lies in its quarter. */
export const skjema = v.pipe(
  v.object({
    aar,
    kvartal,
    tittel,
    ring,
    ansvarlig,
    dato: v.pipe(
      v.nullable(v.string()),
      v.transform((d) => d || null),
      v.nullable(dato),
    ),
    kommentar,
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
)
export type Oppgavefelter = v.InferInput<typeof skjema>
export type Oppgaveendring = Partial<v.InferOutput<typeof skjema>>

export const somFelter = (o: Pick<Aarshjuloppgave, keyof v.InferOutput<typeof skjema>>): Oppgavefelter => ({
  aar: o.aar,
  kvartal: o.kvartal,
  tittel: o.tittel,
  ring: o.ring,
  ansvarlig: o.ansvarlig,
  dato: o.dato,
  kommentar: o.kommentar,
})

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
