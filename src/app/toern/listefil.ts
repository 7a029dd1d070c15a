import type { Post } from '../../domain/tabeller.ts'
import { radcsv, radlinjer } from '../felles/radcsv.ts'

/** A unit's tasks as a file that «Hent fra Excel» reads again. What writes workbooks is fetched with the first one. */
export async function listefil(slag: 'xlsx' | 'csv', oppgaver: readonly Post<'toernoppgave'>[]): Promise<Blob> {
  if (slag === 'csv') return new Blob([radcsv('toernoppgave', oppgaver)], { type: 'text/csv' })
  const { listeSomXlsx } = await import('../../report/listexlsx.ts')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Blob([await listeSomXlsx('TØRN', radlinjer('toernoppgave', oppgaver))], { type })
}
