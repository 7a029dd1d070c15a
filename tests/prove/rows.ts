import type { Row } from './row.ts'
import { clocks } from './rows/clocks.ts'
import { grants } from './rows/grants.ts'
import { killPostgres, killSqlite } from './rows/kill.ts'
import { long } from './rows/long.ts'
import { plantedFaults } from './rows/planted.ts'
import { previous } from './rows/previous.ts'
import { quota } from './rows/quota.ts'
import { refused } from './rows/refused.ts'
import { renderer } from './rows/renderer.ts'
import { restores, simulation } from './rows/simulation.ts'
import { writers } from './rows/writers.ts'

/** Every row, in the order of docs/maalinger.md. */
export const rows: Row[] = [
  simulation,
  plantedFaults,
  killSqlite,
  killPostgres,
  writers,
  renderer,
  restores,
  clocks,
  long,
  refused,
  grants,
  quota,
  previous,
]
