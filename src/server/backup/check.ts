import { migrations } from '../migrations/index.ts'
import { Damaged, type DatabaseFile } from './file.ts'
import { checkHistory } from './history.ts'

/** How far a space has come in a copy that was checked. */
export interface SpaceHead {
  id: string
  epoch: string
  head: number
  durable: number
  /** Of the commit at `head`: the live database must have the same there before `durable` may move to it. */
  mark: string
}

export interface Checked {
  spaces: SpaceHead[]
  records: number
  changes: number
  /** Whether it is the demo's, with its ready users. */
  demo: boolean
}

/**
 * Reads the whole file: every page, every space's counter against its commits, and every record against its history,
 * which folded from the beginning must give it. Throws `Damaged`. About a second for each 300,000 changes.
 */
export function checkCopy(db: DatabaseFile): Checked {
  try {
    checkPages(db)
    checkMigrations(db)
    const spaces = checkSpaces(db)
    return { spaces, ...checkHistory(db), demo: isDemo(db) }
  } catch (e) {
    if (e instanceof Damaged) throw e
    throw new Damaged(`filen kan ikke leses (${e instanceof Error ? e.message : String(e)})`, { cause: e })
  }
}

function checkPages(db: DatabaseFile): void {
  const found = db.prepare('pragma integrity_check(1)').get() as { integrity_check: string } | undefined
  if (found?.integrity_check !== 'ok') throw new Damaged(`SQLite fant feil i filen (${found?.integrity_check})`)
  if (db.prepare('pragma foreign_key_check').get() !== undefined)
    throw new Damaged('rader i den viser til rader som ikke finnes')
}

/** The migrations that were run are ours, from the first and in order. Fewer than ours is an older copy, which the next start upgrades. */
function checkMigrations(db: DatabaseFile): void {
  const ours = Object.keys(migrations)
  const run = hasTable(db, 'kysely_migration')
    ? (db.prepare('select name from kysely_migration order by name').all() as { name: string }[])
    : []
  if (run.length === 0) throw new Damaged('den er ikke en database fra Heltidshjulet')
  const strange = run.find(({ name }, i) => name !== ours[i])
  if (strange !== undefined) throw new Damaged(`den er laget av en nyere versjon av Heltidshjulet (${strange.name})`)
}

/** Each space's counter is the version of its latest commit, no version is missing, and nothing lies beyond it or outside a space. */
function checkSpaces(db: DatabaseFile): SpaceHead[] {
  const spaces = db.prepare(SPACES).all() as unknown as (SpaceHead & Counts)[]
  for (const s of spaces) {
    const whole = s.head === 0 ? s.commits === 0 : s.commits === s.head - s.first + 1 && s.last === s.head && s.mark
    if (!whole) throw new Damaged(`tellverket i rommet ${s.id} står på ${s.head}, og loggen sier noe annet`)
    if (s.durable > s.head) throw new Damaged(`rommet ${s.id} sier at det er sikret lenger enn det er skrevet`)
  }
  const outside = db.prepare(OUTSIDE).get() as { what: string; space: string } | undefined
  if (outside !== undefined)
    throw new Damaged(`${outside.what} i rommet ${outside.space} ligger utenfor det tellverket sier`)
  return spaces.map(({ id, epoch, head, durable, mark }) => ({ id, epoch, head, durable, mark: mark ?? '' }))
}

interface Counts {
  commits: number
  first: number
  last: number
}

const SPACES = `
  select s.id, s.epoch, s.head, s.durable, count(c.ver) as commits, min(c.ver) as first, max(c.ver) as last,
    (select mark from commit_log where space = s.id and ver = s.head) as mark
  from space s left join commit_log c on c.space = s.id
  group by s.id order by s.id`

const OUTSIDE = ['record', 'change', 'commit_log']
  .map(
    (table) =>
      `select '${table}' as what, t.space from (select space, max(ver) as ver from ${table} group by space) t
       left join space s on s.id = t.space where s.id is null or t.ver > s.head`,
  )
  .join(' union all ')

const hasTable = (db: DatabaseFile, name: string): boolean =>
  db.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).get(name) !== undefined

const isDemo = (db: DatabaseFile): boolean =>
  hasTable(db, 'bruker') && db.prepare(`select 1 from bruker where user_id like 'demo-%' limit 1`).get() !== undefined
