import { aarAv, dagerFra, leggTilDager, type Dato } from '../../dato.ts'
import { startrad, type Startrad } from '../../startrad.ts'
import { AARSHJUL } from '../aarshjul.ts'

/** The last year that the source has a wheel for. */
const SISTE_I_KILDEN = 2025
/** The last year of «Heltidspotten» (sak 7/24): its activities are not planned further. */
const SISTE_HELTIDSPOTT = 2026

/** From an activity of 2025: its day in the year (MM-DD), whether the day is agreed, and a new title where the old one no longer fits. Those left out happened once. */
interface Plan {
  dag: string
  avtalt?: true
  tittel?: string
  /** May stand as the one that is late. */
  kanHenge?: true
}

// prettier-ignore
const PLAN: Record<string, Plan> = {
  'aarshjul-2025-1-01': { dag: '01-30', kanHenge: true, tittel: 'Følge opp Askermodellen i HO1 og TPF 1 og 2' },
  'aarshjul-2025-1-02': { dag: '03-20' },
  'aarshjul-2025-1-03': { dag: '03-18', avtalt: true },
  'aarshjul-2025-1-04': { dag: '02-10', avtalt: true },
  'aarshjul-2025-1-05': { dag: '02-18', kanHenge: true, tittel: 'Følge opp hjemmesykepleien' },
  'aarshjul-2025-2-01': { dag: '04-22' },
  'aarshjul-2025-2-02': { dag: '06-11', avtalt: true },
  'aarshjul-2025-2-03': { dag: '05-12' },
  'aarshjul-2025-2-04': { dag: '05-28' },
  'aarshjul-2025-2-05': { dag: '05-20', avtalt: true },
  'aarshjul-2025-2-06': { dag: '06-26' },
  'aarshjul-2025-2-07': { dag: '06-15', kanHenge: true },
  'aarshjul-2025-3-01': { dag: '09-15', kanHenge: true },
  'aarshjul-2025-3-02': { dag: '08-28' },
  'aarshjul-2025-3-03': { dag: '09-08', avtalt: true },
  'aarshjul-2025-3-05': { dag: '09-24', avtalt: true },
  'aarshjul-2025-4-01': { dag: '11-13' },
  'aarshjul-2025-4-02': { dag: '12-09', avtalt: true },
  'aarshjul-2025-4-03': { dag: '11-24', avtalt: true },
  'aarshjul-2025-4-05': { dag: '12-17' },
  'aarshjul-2025-4-06': { dag: '12-18' },
  'aarshjul-2025-4-07': { dag: '12-28' },
}

/** The day itself, or the Monday after a weekend. */
function hverdag(d: Dato): Dato {
  // 1 January 2024 was a Monday.
  const ukedag = ((dagerFra('2024-01-01', d) % 7) + 7) % 7
  return ukedag < 5 ? d : leggTilDager(d, 7 - ukedag)
}

const DAGER_OVER = 7

/**
 * A year wheel for today's year, planned from the source's 2025: what should be done by now is, but for one that is late.
 *
 * Empty up to 2025, where the source's own wheels stand.
 */
export function eksempelaarshjul(idag: Dato): Startrad[] {
  const aar = aarAv(idag)
  if (aar <= SISTE_I_KILDEN) return []
  const planlagt = AARSHJUL.flatMap((kilde) => {
    const plan = PLAN[kilde.id]
    if (!plan || (kilde.ring === 'heltidspotten' && aar > SISTE_HELTIDSPOTT)) return []
    return [{ kilde, plan, dag: hverdag(`${aar}-${plan.dag}`) }]
  })
  const henger = planlagt.findLast((p) => p.plan.kanHenge && p.dag <= leggTilDager(idag, -DAGER_OVER))
  const antall: Record<number, number> = {}
  return planlagt.map((p) => {
    const { kilde, plan, dag } = p
    const rekkefoelge = (antall[kilde.kvartal] = (antall[kilde.kvartal] ?? 0) + 1)
    const gjort = dag < idag && p !== henger
    const tittel = plan.tittel ?? kilde.tittel.replace(`årshjul ${SISTE_I_KILDEN + 1}`, `årshjul ${aar + 1}`)
    return startrad('project', 'aarshjuloppgave', `eks-${kilde.id.replace(String(SISTE_I_KILDEN), String(aar))}`, {
      aar,
      kvartal: kilde.kvartal,
      tittel,
      ring: kilde.ring,
      rekkefoelge,
      ansvarlig: kilde.ansvarlig,
      dato: plan.avtalt || p === henger ? dag : null,
      gjortDato: gjort ? dag : null,
      gjortAv: gjort ? kilde.ansvarlig : '',
      forgjenger: aar === SISTE_I_KILDEN + 1 ? kilde.id : null,
      eksempel: true,
    })
  })
}
