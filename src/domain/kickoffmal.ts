import { KICKOFF } from './asker/program.ts'
import type { Agendapunkt, Spoersmaal } from './kickoff.ts'

/** What a new kick-off begins with: the purpose and the questions of the source, and an agenda of three hours to change as one likes. */
export const KICKOFFMAL: { formaal: string; spoersmaal: Spoersmaal[]; agenda: Agendapunkt[] } = {
  formaal: `${KICKOFF.hvorfor}. Vi snakker om to sider: det tekniske (${KICKOFF.toSider.teknisk.join(', ')}) og kulturen (${KICKOFF.toSider.kultur.join(', ')}).`,
  spoersmaal: KICKOFF.spoersmaal.map((tekst, i) => ({ id: `s${i + 1}`, tekst })),
  agenda: [
    { tittel: 'Velkommen: hvorfor heltid', minutter: 15, slag: 'innledning' },
    { tittel: 'Våre tall', minutter: 15, slag: 'tall' },
    { tittel: 'Helgene: hva de krever, og hva som er mulig', minutter: 20, slag: 'tall' },
    { tittel: 'Holdninger: samtale i ring, uten skjerm', minutter: 30, slag: 'samtale' },
    { tittel: 'Lapper: svar på spørsmålene', minutter: 25, slag: 'innspill' },
    { tittel: 'Pause', minutter: 10, slag: 'avslutning' },
    { tittel: 'Temaer og prioritering', minutter: 20, slag: 'prioritering' },
    { tittel: 'Tiltak, ansvar og frist', minutter: 30, slag: 'beslutning' },
    { tittel: 'Enighet, uenighet og neste MBM', minutter: 15, slag: 'avslutning' },
  ],
}
