import { skalTilAndre, type Maalsatt, type Toernoppgave } from './toern.ts'

type Vurdert = Maalsatt & Pick<Toernoppgave, 'kategori' | 'forsvarlighet' | 'godkjenning'>

/** Medicines, and what is marked red, may be moved to another profession only with an approval that says what kind it is. */
export const kreverGodkjenning = (o: Omit<Vurdert, 'godkjenning'>): boolean =>
  skalTilAndre(o) && (o.kategori === 'legemidler' || o.forsvarlighet === 'roed')

/** Such an approval is needed, and nobody has said that it is given: the task cannot be «innført» yet. */
export const manglerGodkjenning = (o: Vurdert): boolean => kreverGodkjenning(o) && o.godkjenning === ''

/** «Innført» without the approval that it needs: two people's changes may meet so. It is shown, never undone in silence. */
export const innfoertUtenGodkjenning = (o: Vurdert & Pick<Toernoppgave, 'status'>): boolean =>
  o.status === 'innfoert' && manglerGodkjenning(o)
