import { aarAv, dagerFra, leggTilMaaneder, skrivDag, skrivDato, type Dato } from './dato.ts'

/** «i dag», «17 dager siden», «19 uker siden», «14 måneder siden»: as coarse as one would say it. */
export function sidenTekst(dag: Dato, idag: Dato): string {
  const dager = dagerFra(dag, idag)
  if (dager <= 0) return 'i dag'
  if (dager === 1) return 'i går'
  if (dager < 21) return `${dager} dager siden`
  if (dager < 182) return `${Math.floor(dager / 7)} uker siden`
  let maaneder = Math.floor(dager / 30.4)
  if (leggTilMaaneder(dag, maaneder) > idag) maaneder--
  return maaneder < 24 ? `${maaneder} måneder siden` : `${Math.floor(maaneder / 12)} år siden`
}

/** `9. juni`, with the year where it is not this one. */
export const dagTekst = (dag: Dato, idag: Dato): string => (aarAv(dag) === aarAv(idag) ? skrivDag(dag) : skrivDato(dag))
