/** The first characters by which a spreadsheet takes a text for a formula, in their full-width forms too; spaces before them are no shelter. */
const FORMEL = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u

/**
 * The one place where a text is made harmless before it is handed to a spreadsheet, CSV or XLSX: what would be run as a formula gets
 * an apostrophe before it, and stands there as it was written. Figures are handed over as figures, and need it not.
 */
export const trygg = (tekst: string): string => (FORMEL.test(tekst) ? `'${tekst}` : tekst)

const TRYGGET = /^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/u

/** The way back, for a file of our own that is read in again: «- to og to» comes back as it was written. */
export const utenTrygg = (tekst: string): string => tekst.replace(TRYGGET, '')
