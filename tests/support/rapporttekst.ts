import { ruteTekst, tekstI, type Blokk, type Rapport } from '../../src/report/rapport.ts'

/** A report as text, for the files that it is held against: every word and figure, in reading order. */
export function somTekst(r: Rapport): string {
  const linjer = [
    `# ${r.tittel}`,
    r.undertittel,
    `Til: ${r.til}`,
    `Laget: ${r.laget}`,
    r.saksnummer ? `Saksnummer: ${r.saksnummer}` : '',
    r.eksempel ? 'Eksempel' : '',
    ...r.deler.flatMap((d) => ['', `## ${d.tittel}`, ...d.blokker.flatMap(blokk)]),
  ]
  return `${linjer.join('\n').replaceAll('\u00a0', ' ')}\n`
}

function blokk(b: Blokk): string[] {
  switch (b.slag) {
    case 'tekst':
      return [`[${b.id}] ${tekstI(b)}`]
    case 'avsnitt':
      return [b.tekst]
    case 'punkter':
      return b.punkter.map((p) => `- ${p}`)
    case 'merknad':
      return [`> ${b.tekst}`]
    case 'noekkeltall':
      return b.tall.map((t) => `* ${t.navn}: ${t.verdi} (${t.forklaring}) [${t.kilde}] → ${t.til ?? ''}`)
    case 'graf':
      return [`(graf) ${b.graf.tittel}: ${b.graf.alt} [${b.graf.kilde}]`]
    case 'tabell':
      return [
        `| ${b.tabell.tittel} |`,
        b.tabell.kolonner.map((k) => k.navn).join(' | '),
        ...b.tabell.rader.map((rad) => rad.map(ruteTekst).join(' | ')),
        `Kilde: ${b.tabell.kilde}`,
        ...(b.tabell.noter ?? []),
      ]
  }
}
