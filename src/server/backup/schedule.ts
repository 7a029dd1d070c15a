import type { Resultat } from '../../domain/resultat.ts'

const HOUR_MS = 3_600_000
/** After a failure it is tried again this often. */
const AGAIN_MS = HOUR_MS

/** How the backups stand, for `/api/health` and the prosjektleder. */
export interface BackupStatus {
  /** When the newest copy was begun, ISO; `null` where there is none. */
  last: string | null
  /** The latest attempt of this server went well, or none was needed yet. */
  ok: boolean
}

export interface Schedule {
  /** Makes a copy if it is time; call it now and then. Never throws. */
  tick(): Promise<void>
  status(): BackupStatus
}

export interface ScheduleWorld {
  hours: number
  now: () => number
  /** When the newest copy in the folder was begun, whoever made it; `null` where there is none. Looked up each time, so a restart neither skips nor doubles. */
  newest: () => number | null
  take: () => Promise<Resultat<unknown>>
  log: (line: string) => void
}

/** A copy so many hours after the newest. One from a clock that was ahead does not count: it would put off the next. */
export function createSchedule({ hours, now, newest, take, log }: ScheduleWorld): Schedule {
  let failedAt: number | null = null
  let running = false

  const isDue = (): boolean => {
    const t = now()
    if (failedAt !== null && t >= failedAt && t - failedAt < AGAIN_MS) return false
    const last = newest()
    return last === null || last > t + HOUR_MS || t - last >= hours * HOUR_MS
  }

  return {
    async tick() {
      if (running) return
      running = true
      try {
        if (!isDue()) return
        const taken = await take()
        failedAt = taken.ok ? null : now()
        if (!taken.ok) log(`sikkerhetskopi: ${taken.feil.kode}: ${taken.feil.tekst}`)
      } catch (e) {
        failedAt = now()
        log(`sikkerhetskopi: ${e instanceof Error ? e.message : String(e)}`)
      } finally {
        running = false
      }
    },
    status() {
      const last = newest()
      return { last: last === null ? null : new Date(last).toISOString(), ok: failedAt === null }
    },
  }
}
