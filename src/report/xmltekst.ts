const TEGN: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Without the characters that no XML file may hold: pasted ones would make a file that nobody can open. */
export const rens = (tekst: string): string => tekst.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')

/** Text made harmless in XML. */
export const xmltekst = (tekst: string): string => rens(tekst).replace(/[&<>"]/g, (t) => TEGN[t]!)
