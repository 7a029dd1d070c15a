import type { Ring } from '../aarshjul.ts'
import { sammeMening } from '../aarshjulplan.ts'
import type { Kvartal } from '../dato.ts'
import type { Innhold } from '../startrad.ts'
import { KILDE } from './kilder.ts'

/** Quarter, ring, responsible role, title. The title and its place are the source's; ring and role are our reading. */
type Linje = [kvartal: Kvartal, ring: Ring, ansvarlig: string, tittel: string, merknad?: string]

const PL = 'prosjektleder'
const VL = 'virksomhetsleder'
const PE = 'prosjekteier'
const HR = 'ressursteam HR'

// prettier-ignore
const HJUL_2024: Linje[] = [
  [1, 'virksomhet', VL, 'Innføre Askermodellen i HO2'],
  [1, 'virksomhet', VL, 'Etablere fagteam i HO2'],
  [1, 'heltidspotten', PL, 'Oppstart «Heltidspotten»'],
  [1, 'psu', PL, 'Følge opp verbalvedtak om heltidssatsning'],
  [1, 'virksomhet', VL, 'Oppstart Gullhella- og Nesbru bo- og omsorgssenter'],
  [1, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [1, 'virksomhet', PL, 'Planlegge oppstart i HO1'],
  [1, 'psu', PL, 'Temamøte i PSU'],
  [2, 'heltidspotten', HR, 'Undervisning «Heltidspotten»'],
  [2, 'virksomhet', VL, 'Kick off ledere/tillitsvalgte HO1'],
  [2, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [2, 'virksomhet', PL, 'Følge opp HO1, turnus/langvakter'],
  [2, 'virksomhet', PL, 'Følge opp Psykisk helse/rus'],
  [2, 'psu', PL, 'Gjennomføre heltidsseminar med PSU'],
  [2, 'heltidspotten', PL, 'Prosjektregnskap/rapport «Heltidspotten»'],
  [2, 'prosjekt', PL, 'Søke eksterne prosjektmidler'],
  [2, 'virksomhet', PL, 'Planlegge oppstart i TPF 1 og 2'],
  [3, 'virksomhet', VL, 'Oppstart i TPF 1 og 2, gjennomføre «Kick off» med ledere/tillitsvalgte'],
  [3, 'virksomhet', PL, 'Følge opp HO1 langvakter, Askermodellen'],
  [3, 'heltidspotten', HR, 'Gjennomføre veiledning i «Heltidspotten»'],
  [3, 'psu', PL, 'Tematime heltid i PSU'],
  [3, 'virksomhet', PL, 'Evaluere heldagssamling ledere HO2'],
  [3, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [4, 'prosjekt', PL, 'Rapportere måltall heltid'],
  [4, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [4, 'heltidspotten', HR, 'Gjennomføre veiledning i «Heltidspotten»'],
  [4, 'virksomhet', PL, 'Følge opp ledere som er i gang med heltidssatsning'],
  [4, 'virksomhet', VL, 'Evaluere status HO2'],
  [4, 'psu', PL, 'Tematime heltid i PSU'],
  [4, 'heltidspotten', PL, 'Prosjektregnskap/rapport «Heltidspotten»'],
  [4, 'prosjekt', PL, 'Utarbeide Årsrapport'],
  [4, 'prosjekt', PL, 'Planlegge årshjul 2025'],
]

// prettier-ignore
const HJUL_2025: Linje[] = [
  [1, 'virksomhet', VL, 'Innføre Askermodellen i HO1 og TPF 1 og 2'],
  [1, 'heltidspotten', PL, 'Følge opp arbeidet i «Heltidspotten»'],
  [1, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [1, 'psu', PL, 'Tematime heltid i PSU'],
  [1, 'virksomhet', VL, 'Oppstart i hjemmesykepleien'],
  [1, 'virksomhet', VL, 'Kick off ledere/tillitsvalgte hjemmesykepleien'],
  [2, 'heltidspotten', HR, 'Undervisning «Heltidspotten»'],
  [2, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [2, 'virksomhet', PL, 'Følge opp ledere som er i gang med heltidssatsning i HO1 og TPF 1 og 2'],
  [2, 'virksomhet', PL, 'Følge opp Psykisk helse/rus'],
  [2, 'psu', PL, 'Gjennomføre heltidsseminar med PSU'],
  [2, 'heltidspotten', PL, 'Prosjektregnskap/rapport «Heltidspotten»'],
  [2, 'prosjekt', PL, 'Søke eksterne midler'],
  [3, 'virksomhet', PL, 'Følge opp og bistå TPF 1 og 2 og HO1'],
  [3, 'heltidspotten', HR, 'Gjennomføre veiledning i «Heltidspotten»'],
  [3, 'psu', PL, 'Tematime heltid i PSU'],
  [3, 'virksomhet', VL, 'Kick off ledere/tillitsvalgte i Psykisk helse/rus'],
  [3, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [4, 'prosjekt', PL, 'Rapportere måltall heltid'],
  [4, 'psu', PE, 'Styringsgruppemøte Heltidskultur'],
  [4, 'psu', PL, 'Tematime heltid i PSU'],
  [4, 'prosjekt', PE, 'Ny prosjektleder i heltidsprosjektet'],
  [4, 'heltidspotten', PL, 'Prosjektregnskap/sluttrapport «Heltidspotten»',
    'Slik det står i kilden: sluttrapport i 4. kvartal 2025. I sak 7/24 varer prosjektet «Heltidspotten» ut 2026 (søkt om midler for 2025 og 2026).'],
  [4, 'prosjekt', PL, 'Utarbeide Årsrapport'],
  [4, 'prosjekt', PL, 'Planlegge årshjul 2026'],
]

export type AarshjulInnhold = Innhold<'aarshjuloppgave'> & { id: string }

function hjul(aar: number, linjer: Linje[], kilde: string): AarshjulInnhold[] {
  const antall = { 1: 0, 2: 0, 3: 0, 4: 0 }
  return linjer.map(([kvartal, ring, ansvarlig, tittel, merknad]) => {
    const rekkefoelge = ++antall[kvartal]
    return {
      id: `aarshjul-${aar}-${kvartal}-${String(rekkefoelge).padStart(2, '0')}`,
      aar,
      kvartal,
      tittel,
      ring,
      rekkefoelge,
      ansvarlig,
      kilde: `${kilde}. Ring og ansvarlig rolle er vår lesning; kilden oppgir bare kvartal og tekst, og ikke hva som ble gjort.`,
      ...(merknad === undefined ? {} : { merknad }),
    }
  })
}

const hjul2025 = hjul(2025, HJUL_2025, KILDE.aarshjul2025)

/** Whether an activity of 2024 recurs is known: the wheel of 2025 says which came back, in the same quarter and with the same meaning. */
const kjentGjentakelse = (o: AarshjulInnhold): AarshjulInnhold => ({
  ...o,
  gjentakelse: hjul2025.some((n) => n.kvartal === o.kvartal && sammeMening(n.tittel, o.tittel)) ? 'hvert_aar' : 'nei',
})

/** The two year wheels of the source: 32 activities in 2024, 25 in 2025, in its order. Nobody has said which were done. */
export const AARSHJUL: readonly AarshjulInnhold[] = [
  ...hjul(2024, HJUL_2024, KILDE.aarshjul2024).map(kjentGjentakelse),
  ...hjul2025,
]
