import { it } from 'vitest'
import { DIALECT } from './support/dialects.ts'
import { journeysOnPostgres, journeysOnSqlite } from './support/journeys.ts'

/**
 * The journey at random (tests/prove/sim has the model): people write, delete, take back and try again on tablets with two tabs,
 * wrong clocks and crashes, over a network that loses, doubles, delays and reorders, to a server that is restored from older
 * copies and changes their rights. When all is quiet, the invariants of docs/sync.md hold.
 */
it('når alt er stille, er alle like, og hver endring er gjort rede for', { timeout: 240_000 }, () =>
  DIALECT === 'postgres' ? journeysOnPostgres(20) : journeysOnSqlite(500),
)
