import type { Row } from './row.ts'
import { plantedFaults } from './rows/planted.ts'
import { restores, simulation } from './rows/simulation.ts'

/** Every row, in the order of docs/maalinger.md. */
export const rows: Row[] = [simulation, plantedFaults, restores]
