import { type Aarshjuloppgave, type AarshjulPost } from './aarshjul.ts'
import { iRekkefoelge, tilstandFor } from './aarshjulregler.ts'
import { KVARTALER, maanedAv, type Dato, type Kvartal } from './dato.ts'

/**
 * «Planlegg neste år»: what a year's wheel hands on to the next.
 *
 * Every activity is offered; those that recur are proposed. Where a person has said whether it recurs, that decides. Else it
 * recurs when it came back from an earlier year (same meaning, same quarter), when it stands in several quarters of its own
 * year, or when it is a yearly duty. The rule looks at what the activity is and has been, never at a list of titles.
 */
export type Gjentagelse = 'hvert_aar' | 'hvert_kvartal' | 'kom_igjen' | 'flere_kvartaler' | 'aarlig_plikt'

export interface Planforslag {
  /** The same on every device, so that two who plan offline make one plan. */
  id: string
  /** The draft, ready to be written. */
  rad: Aarshjuloppgave
  /** Why it is proposed; `null` for what was for that year alone and is offered unticked. */
  gjentas: Gjentagelse | null
}

/** The project's own word («heltid-») and the kinds of meeting say nothing of what an activity is about. */
const FYLLORD = new Set(['i', 'og', 'med', 'for', 'til', 'av', 'på', 'om', 'som', 'er', 'det', 'den', 'de', 'en', 'et'])
const MOETE = /(møte|time)[nrt]?$/

/** A title's words without years, filler and the project's own prefix: `Temamøte i PSU` and `Tematime heltid i PSU` both give tema, psu. */
export function meningsord(tittel: string): string[] {
  return tittel
    .toLowerCase()
    .replace(/\b20\d\d\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .map((o) => o.replace(/^heltids?(?=.{4}|$)/, '').replace(MOETE, ''))
    .filter((o) => o && !FYLLORD.has(o) && !/^\d+$/.test(o))
}

/** The same word, or the one is the last part of the other's compound: `midler` in `prosjektmidler`. */
const sammeOrd = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 5 && (a.endsWith(b) || b.endsWith(a)))

/**
 * Whether two titles mean the same: every word of the shorter has a partner in the longer, and the longer has little more.
 * A word that was replaced tells two activities apart («Kick off HO1», «Kick off hjemmesykepleien»).
 */
export function sammeMening(a: string, b: string): boolean {
  const ordA = meningsord(a)
  const ordB = meningsord(b)
  const ledige = [...ordB]
  let par = 0
  for (const o of ordA) {
    const i = ledige.findIndex((l) => sammeOrd(o, l))
    if (i < 0) continue
    ledige.splice(i, 1)
    par++
  }
  const kortest = Math.min(ordA.length, ordB.length)
  return par > 0 && par === kortest && (2 * par) / (ordA.length + ordB.length) >= 0.75
}

/** What a municipality owes every year: accounts, reports, targets, applications, the plan itself. */
const PLIKT = /årsrapport|rapport(ere|ering)\b|måltall|regnskap|budsjett|årshjul|\bårlig|\bsøke\b.*midler/i

/** Why an activity comes back; `null` when nothing says that it does. `alle` holds every year that is known. */
export function gjentas(o: AarshjulPost, alle: readonly AarshjulPost[]): Gjentagelse | null {
  if (o.gjentakelse !== '') return o.gjentakelse === 'nei' ? null : o.gjentakelse
  const like = alle.filter((a) => a.id !== o.id && sammeMening(a.tittel, o.tittel))
  if (like.some((a) => a.aar < o.aar && a.kvartal === o.kvartal)) return 'kom_igjen'
  if (like.some((a) => a.aar === o.aar && a.kvartal !== o.kvartal)) return 'flere_kvartaler'
  return PLIKT.test(o.tittel) ? 'aarlig_plikt' : null
}

/** `Planlegge årshjul 2026` → `Planlegge årshjul 2027`. */
export const flyttAar = (tittel: string): string => tittel.replace(/\b20\d\d\b/g, (a) => String(Number(a) + 1))

/** The id of the draft that an activity becomes. The root is kept, so that it does not grow a word a year. */
export const planId = (forgjenger: string, aar: number): string =>
  `plan-${aar}-${forgjenger.replace(/^plan-\d{4}-/, '')}`.slice(0, 80)

/**
 * A year's activities as drafts for the next, in list order.
 * Left out is what was cancelled, and what the next year already has: planned from the same activity, or the same meaning in
 * the same quarter. Planning once more therefore adds nothing. Dates, comments, ticks and links stay behind; of a date the month is kept.
 * What is to be done every quarter is offered in each.
 */
export function planleggNesteAar(fraAar: number, alle: readonly AarshjulPost[]): Planforslag[] {
  const aar = fraAar + 1
  const neste = alle.filter((o) => o.aar === aar)
  const forrige = alle.filter((o) => o.aar === fraAar && (!o.utgaarDato || o.gjortDato)).sort(iRekkefoelge)
  const egne = forrige.map((o): Planforslag => ({
    id: planId(o.id, aar),
    rad: somUtkast(o, aar),
    gjentas: gjentas(o, alle),
  }))
  const forslag = [...egne]
  for (const o of forrige.filter((x) => x.gjentakelse === 'hvert_kvartal'))
    for (const kvartal of KVARTALER)
      if (!forslag.some((f) => f.rad.kvartal === kvartal && sammeMening(f.rad.tittel, flyttAar(o.tittel))))
        forslag.push({
          id: planId(`${o.id.slice(0, 64)}-kv${kvartal}`, aar),
          rad: { ...somUtkast(o, aar), kvartal, maaned: null },
          gjentas: 'hvert_kvartal',
        })
  return forslag
    .filter(
      (f) =>
        !neste.some(
          (n) =>
            n.id === f.id ||
            (n.forgjenger === f.rad.forgjenger &&
              (f.rad.gjentakelse !== 'hvert_kvartal' || n.kvartal === f.rad.kvartal)) ||
            (n.kvartal === f.rad.kvartal && sammeMening(n.tittel, f.rad.tittel)),
        ),
    )
    .sort((a, b) => iRekkefoelge({ ...a.rad, id: a.id }, { ...b.rad, id: b.id }))
}

/** The quarters after an activity's own in which it is to be done too, for one that is to be done every quarter. */
export const kvartaleneEtter = (kvartal: Kvartal): Kvartal[] => KVARTALER.filter((k) => k > kvartal)

/** What a year leaves behind undone: late, or due by the year's end. Asked about when the next is planned. */
export const ikkeGjort = <T extends AarshjulPost>(fraAar: number, alle: readonly T[], idag: Dato): T[] =>
  alle
    .filter((o) => o.aar === fraAar && ['over_fristen', 'forfaller', 'kommer'].includes(tilstandFor(o, idag)))
    .sort(iRekkefoelge)

/** The month it stands in: its own, or its date's. */
const maanedFor = (o: Aarshjuloppgave): number | null => o.maaned ?? (o.dato === null ? null : maanedAv(o.dato))

const somUtkast = (o: AarshjulPost, aar: number): Aarshjuloppgave => ({
  aar,
  kvartal: o.kvartal,
  tittel: flyttAar(o.tittel),
  ring: o.ring,
  rekkefoelge: o.rekkefoelge,
  ansvarlig: o.ansvarlig,
  dato: null,
  maaned: maanedFor(o),
  enheter: o.enheter,
  gjentakelse: o.gjentakelse,
  flyttetFra: null,
  flyttetDato: null,
  flyttetAv: '',
  flyttetGrunn: '',
  utgaarDato: null,
  utgaarAv: '',
  utgaarGrunn: '',
  lenker: [],
  gjortDato: null,
  gjortAv: '',
  kommentar: '',
  tilstand: 'utkast',
  forgjenger: o.id,
  kilde: '',
  merknad: '',
  eksempel: o.eksempel,
})
