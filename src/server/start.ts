import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { KOMMUNE } from '../domain/asker/kommune.ts'
import { dagVed } from '../domain/dato.ts'
import { inviteLeader, type Lenke } from './admin/invitations.ts'
import { countLeaders } from './admin/users.ts'
import type { AdminWorld } from './admin/world.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { ensureDemoUsers } from './auth/demo.ts'
import { createDeviceNotes, sweepSessions } from './auth/sessions.ts'
import { createWho } from './auth/who.ts'
import { onSameDisk, startAutomatic, type Automatic, type TakeOne } from './backup/automatic.ts'
import { databaseFile } from './backup/where.ts'
import type { Config } from './config.ts'
import type { OpenDatabase } from './dialect.ts'
import { createStreams } from './http/streams.ts'
import { share } from './instances.ts'
import { closed, ipFromProxy, ipFromSocket, listen } from './listen.ts'
import { openLine } from './line.ts'
import { openData } from './opendata.ts'
import { demoSecret } from './secret.ts'
import { seed } from './seed.ts'
import { serverKey } from './sync/overlevering/keys.ts'
import { createStore } from './sync/store.ts'
import { oneStartAtATime } from './transaction.ts'
import { readVersion } from './version.ts'

const DAY_MS = 86_400_000

/** What only the process itself has. */
export interface World {
  now: () => number
  uuid: () => string
  log: (line: string) => void
  /** Makes a copy of the database; without it the server makes none by itself. */
  backup?: TakeOne
}

export interface Running {
  /** The port that was given; another than asked for when that was 0. */
  port: number
  /** Where there is no prosjektleder yet, or the operator asked: the link that makes one. */
  link: Lenke | null
  /** Ends streams and requests, writes the database back into its file, and resolves. */
  stop: () => Promise<void>
}

/** Starts the whole server. Throws `StartFeil` for what the operator can put right. */
export async function start(config: Config, world: World): Promise<Running> {
  const data = await openData(config, world.log)
  try {
    return await run(config, world, data)
  } catch (e) {
    await data.close()
    throw e
  }
}

async function run(config: Config, world: World, data: OpenDatabase): Promise<Running> {
  const { db } = data
  const { now, uuid, log } = world
  const ownStore = createStore({ db, now, uuid, log })
  await oneStartAtATime(db, async () => {
    await seed(ownStore, { demo: config.demo, idag: dagVed(now()) })
    if (config.demo) await ensureDemoUsers(db, now(), uuid)
    // Before the first hand-over, so that every backup can open what was sealed to it.
    await serverKey(db, now())
  })
  const auth = await createAuth({
    db,
    uuid,
    log,
    secret: config.secret ?? demoSecret(config.dataDir),
    baseUrl: config.baseUrl,
    trustedOrigins: [config.baseUrl, ...(config.demo ? [`http://127.0.0.1:${config.port}`] : [])],
  })
  await sweepSessions(db, now())
  const sweeping = setInterval(() => {
    sweepSessions(db, now()).catch((e: unknown) => log(`sweepSessions ${String(e)}`))
  }, DAY_MS)
  sweeping.unref()

  const line =
    config.databaseUrl === null ? null : await openLine({ url: config.databaseUrl, db, instance: uuid(), log })
  const own = { store: ownStore, who: createWho({ db, auth, now }), streams: createStreams() }
  const { store, who, streams } = line === null ? own : share(own, line)
  const admin: AdminWorld = {
    db,
    store,
    who,
    streams,
    now,
    uuid,
    token: () => randomBytes(32).toString('base64url'),
    hashPassword: (await auth.$context).password.hash,
    baseUrl: config.baseUrl,
  }
  const link = config.newLink || (await countLeaders(db)) === 0 ? await inviteLeader(admin) : null
  const backup = backups(config, world)
  const app = createApp({
    config,
    store,
    auth,
    admin,
    streams,
    now,
    log,
    who,
    noteDevice: createDeviceNotes(db),
    backup: backup?.status ?? null,
    ping: async () => void (await sql`select 1`.execute(db)),
    ip: config.trustProxy ? ipFromProxy : ipFromSocket,
    versjon: readVersion(),
    kommune: KOMMUNE.navn,
  })
  const { server, port } = await listen(app.fetch, config)
  return {
    port,
    link,
    async stop() {
      clearInterval(sweeping)
      backup?.stop()
      streams.endAll()
      await closed(server)
      await line?.close()
      await data.close()
    },
  }
}

/** The copies that the server makes by itself. */
function backups({ dataDir, databaseUrl, demo, backup }: Config, { now, log, backup: take }: World): Automatic | null {
  if (take === undefined || backup.hours === 0) return null
  const file = databaseFile(dataDir, demo)
  const postgres = databaseUrl !== null
  // Where a database server has its disks, nobody here knows.
  if (!postgres && onSameDisk(file, backup.dir) !== false)
    log(
      `sikkerhetskopi: kopiene i ${backup.dir} ligger på samme disk som databasen. Ta vare på dem et annet sted også.`,
    )
  return startAutomatic(backup, { file, postgres, now, log, take })
}
