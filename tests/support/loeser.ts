import createHighs from 'highs'

/** HiGHS, a solver of integer programs: what an outsider with patience and the published table could work out. */

const highs = await createHighs()

/** A sum of unknowns, by their numbers. */
export type Sum = readonly number[]

const skriv = (sum: Sum): string => sum.map((i) => `x${i}`).join(' + ')

/** The least and the greatest whole number that a sum can be, when other sums are known and no unknown is negative. */
export function grenser(
  antall: number,
  kjent: readonly { sum: Sum; verdi: number }[],
  soekt: Sum,
): { minst: number; stoerst: number } {
  const rammer = kjent.map(({ sum, verdi }, i) => ` c${i}: ${skriv(sum)} = ${verdi}`).join('\n')
  const ukjente = Array.from({ length: antall }, (_, i) => `x${i}`).join(' ')
  const loes = (retning: 'Minimize' | 'Maximize'): number => {
    const svar = highs.solve(
      `${retning}\n obj: ${skriv(soekt)}\nSubject To\n${rammer || ' c: x0 >= 0'}\nGeneral\n ${ukjente}\nEnd`,
    )
    if (svar.Status === 'Optimal') return Math.round(svar.ObjectiveValue)
    if (retning === 'Maximize' && /unbounded/i.test(svar.Status)) return Infinity
    throw new Error(`HiGHS: ${svar.Status}`)
  }
  return { minst: loes('Minimize'), stoerst: loes('Maximize') }
}
