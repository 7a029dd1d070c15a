import { eksempel } from '../../src/domain/asker/eksempel.ts'
import { grunnlag } from '../../src/domain/asker/grunnlag.ts'
import { likestillingsaar } from '../../src/domain/asker/likestillingsaar.ts'
import { medTryktTilskudd } from '../../src/domain/asker/tilskudd.ts'
import { alleVedtak } from '../../src/domain/asker/vedtak.ts'
import type { Dato } from '../../src/domain/dato.ts'
import { hentSkjemaer, skjemaFor } from '../../src/domain/skjemaer.ts'
import { MINSTE_ANTALL } from '../../src/domain/smaatall/skjul.ts'
import type { Startrad } from '../../src/domain/startrad.ts'
import { TABELLNAVN, type Post, type Tabellnavn } from '../../src/domain/tabeller.ts'
import type { Rapportgrunnlag } from '../../src/report/grunnlag.ts'
import * as v from 'valibot'

/** Rows as a device holds them, out of what an installation begins with. */
function rader(start: readonly Startrad[]) {
  const perId = new Map<string, Startrad>()
  for (const r of start) perId.set(`${r.type}/${r.id}`, { ...perId.get(`${r.type}/${r.id}`), ...r })
  return <T extends Tabellnavn>(type: T): Post<T>[] =>
    [...perId.values()]
      .filter((r) => r.type === type)
      .map((r) => ({ ...v.parse(skjemaFor(type), r.set), id: r.id, rom: r.space }) as Post<T>)
}

const som = (start: readonly Startrad[]): Rapportgrunnlag => {
  const av = rader(start)
  return {
    enheter: av('enhet'),
    maaltall: av('maaltall'),
    maalinger: av('maaling'),
    brudd: av('brudd'),
    bilder: av('stillingsbilde'),
    aarshjul: av('aarshjuloppgave'),
    aktiviteter: av('aktivitet'),
    toernoppgaver: av('toernoppgave'),
    uttalelser: av('uttalelse'),
    utlysninger: av('utlysning'),
    utproevinger: av('utproeving'),
    kickoffer: av('kickoff'),
    beslutninger: av('beslutning'),
    tilskudd: medTryktTilskudd(av('tilskudd')),
    budsjett: av('budsjett'),
    kostnader: av('kostnad'),
    likestilling: likestillingsaar(av('likestilling')),
    vedtak: alleVedtak(av('vedtak')),
    minst: MINSTE_ANTALL,
  }
}

await hentSkjemaer(TABELLNAVN)

/** Asker's own facts and nothing else. */
export const faktagrunnlag = (): Rapportgrunnlag => som(grunnlag())
/** The demo of a day. */
export const eksempelgrunnlag = (idag: Dato): Rapportgrunnlag => som([...grunnlag(), ...eksempel(idag)])
