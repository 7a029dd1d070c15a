import { ok, type Resultat } from '../../domain/resultat.ts'
import { erTom, type Celle } from '../../domain/stillingsliste/celle.ts'
import { finnOverskrift, foedselsnummerkolonner, gjenkjenn, signatur } from '../../domain/stillingsliste/kolonner.ts'
import { listeoversikt } from '../../domain/stillingsliste/oversikt.ts'
import { lagTeller } from '../../domain/stillingsliste/telling.ts'
import { filfeil } from '../felles/fil/filfeil.ts'
import { lesFil, lesLimt } from '../felles/fil/lesFil.ts'
import type { Emne, Listeinfo, Samtale, Spoersmaal, Svar } from './listesamtale.ts'

/** Reads and counts a list beside the page, which never stands still. Holds the one list; keeps nothing, and sends nothing but to the page. */

let rader: Celle[][] = []
/** The file's own number of the first row under the names. */
let foersteRad = 1
let delt = false

const si = (svar: Svar): void => postMessage(svar)
/** How often it is told how far the counting has come. */
const RADER_PER_MELDING = 4000
const EKSEMPLER = 3

async function les({ kilde, ark }: Samtale['les']['inn']): Promise<Resultat<Listeinfo>> {
  rader = []
  const lest = typeof kilde === 'string' ? lesLimt(kilde) : await lesFil(kilde, ark)
  if (!lest.ok) return lest
  const alle = lest.verdi.rader
  while (alle.length > 0 && alle.at(-1)!.every(erTom)) alle.pop()
  const hode = finnOverskrift(alle)
  const under = hode === null ? alle : alle.slice(hode + 1)
  if (under.length === 0) return filfeil('utenRader')
  delt = lest.verdi.delt
  foersteRad = (hode ?? -1) + 2
  const navn = (hode === null ? [] : alle[hode]!).map((c) => String(c).trim())
  // Cut text has lost its columns where a row is too wide; a sheet has not, and its unnamed columns may be chosen.
  const bredde = delt && hode !== null ? navn.length : under.reduce((b, r) => Math.max(b, r.length), navn.length)
  const overskrifter = Array.from({ length: bredde }, (_, i) => navn[i] ?? '')
  const kolonner = gjenkjenn(overskrifter)
  for (const i of foedselsnummerkolonner(under, bredde)) kolonner[i] = 'foedselsnummer'
  const ulest = kolonner.flatMap((s, i) => (s === 'foedselsnummer' ? [i] : []))
  for (const rad of under) for (const i of ulest) if (i < rad.length) rad[i] = ''
  rader = under
  const kolonnenavn = overskrifter.map((n, i) => n || `Kolonne ${String.fromCharCode(65 + (i % 26))}`)
  return ok({
    kolonnenavn,
    kolonner,
    eksempler: overskrifter.map((_, i) => eksemplerI(i)),
    rader: under.length,
    signatur: hode === null ? null : signatur(overskrifter),
    ark: lest.verdi.ark,
    valgtArk: lest.verdi.valgtArk,
    formler: lest.verdi.formler,
    ulest: ulest.map((i) => kolonnenavn[i]!),
  })
}

function eksemplerI(kolonne: number): string[] {
  const funnet = new Set<string>()
  for (const rad of rader.slice(0, 50)) {
    if (!erTom(rad[kolonne])) funnet.add(String(rad[kolonne]))
    if (funnet.size === EKSEMPLER) break
  }
  return [...funnet]
}

async function tell(nr: number, { valg, overordnet }: Samtale['tell']['inn']) {
  const teller = lagTeller(valg, overordnet)
  const smal = delt ? Infinity : valg.kolonner.length
  for (const [i, rad] of rader.entries()) {
    teller.rad(rad.length > smal ? rad.slice(0, smal) : rad, foersteRad + i)
    if ((i + 1) % RADER_PER_MELDING === 0) {
      si({ nr, slag: 'fremdrift', verdi: i + 1, av: rader.length })
      // Lets a newer question in: what was chosen may have been changed.
      await new Promise((videre) => setTimeout(videre))
      if (nr < sisteTelling) break
    }
  }
  return teller.ferdig()
}

let sisteTelling = 0
async function svarPaa(s: Spoersmaal): Promise<Samtale[Emne]['ut']> {
  switch (s.emne) {
    case 'les':
      return les(s.inn)
    case 'oversikt':
      return listeoversikt(rader, s.inn.kolonner)
    case 'tell':
      sisteTelling = s.nr
      return tell(s.nr, s.inn)
    case 'rader':
      return new Map(s.inn.nr.map((nr) => [nr, rader[nr - foersteRad] ?? []]))
  }
}

addEventListener('message', ({ data }: MessageEvent<Spoersmaal>) => {
  svarPaa(data).then(
    (ut) => si({ nr: data.nr, slag: 'svar', ut }),
    (aarsak: unknown) => {
      console.error(aarsak)
      const avbrutt = filfeil('avbrutt')
      if (!avbrutt.ok) si({ nr: data.nr, slag: 'feil', feil: avbrutt.feil })
    },
  )
})
