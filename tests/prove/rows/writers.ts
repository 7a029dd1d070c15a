import { findPostgres } from '../../../scripts/postgres.mjs'
import { tools } from '../../../scripts/lib/house.mjs'
import { run as runTool } from '../../../scripts/lib/run.mjs'
import { sized, type Row } from '../row.ts'

/** tests/postgres/locks.test.ts at the size of this table. */
export const writers: Row = {
  name: 'writers',
  title:
    '16 writers on 3 servers on one PostgreSQL: no change is skipped; without the lock the same test finds that some are',
  async run(how) {
    if (findPostgres() === undefined) return { ok: true, figures: 'not run: there is no PostgreSQL on this machine' }
    const changes = sized(how, 3000, 1_000_000)
    const { code, output } = await runTool(
      [tools.vitest, 'run', '--project', 'postgres', 'tests/postgres/locks.test.ts', '--reporter=verbose'],
      { seconds: 6 * 3600, env: { ...process.env, HH_ENDRINGER: String(changes) } },
    )
    const told = (title: string) =>
      new RegExp(`${title} (\\{[^}]*\\})`).exec(output)?.[1]?.replaceAll(/\s+/g, ' ') ?? 'nothing told'
    return {
      ok: code === 0,
      figures:
        code === 0
          ? `with the lock ${told('with the lock')}; without ${told('without the lock')}`
          : output.slice(-2000),
    }
  },
}
