import { Hono } from 'hono'
import { avgjoerelseSchema, decide } from '../admin/aside.ts'
import { readAudit } from '../admin/audit.ts'
import { listDevices, removeDevice } from '../admin/devices.ts'
import { invitasjonSchema, invite, invitePassword, listInvitations, withdraw } from '../admin/invitations.ts'
import { changeUser, endringSchema, listUsers } from '../admin/users.ts'
import type { AdminWorld } from '../admin/world.ts'
import type { BackupStatus } from '../backup/schedule.ts'
import { readBody } from '../http/body.ts'
import { loggedIn, onlyProsjektleder, type WithCaller } from '../http/caller.ts'
import { answerFeil } from '../http/feil.ts'

/** Administration, for a prosjektleder alone. Every act is in the history with who did it. */
export function adminRoutes(world: AdminWorld, backup: (() => BackupStatus) | null) {
  return new Hono<WithCaller>()
    .use('/admin/*', loggedIn(world.who), onlyProsjektleder)
    .get('/admin/brukere', async (c) =>
      c.json({ brukere: await listUsers(world), invitasjoner: await listInvitations(world) }),
    )
    .patch('/admin/brukere/:id', async (c) => {
      const body = await readBody(c, endringSchema, 'HH-411')
      if (!body.ok) return answerFeil(c, body.feil)
      const done = await changeUser(world, c.var.caller.bruker, c.req.param('id'), body.verdi)
      return done.ok ? c.json({ brukere: await listUsers(world) }) : answerFeil(c, done.feil)
    })
    .post('/admin/brukere/:id/passordlenke', async (c) => {
      const made = await invitePassword(world, c.var.caller.bruker, c.req.param('id'))
      return made.ok ? c.json(made.verdi, 201) : answerFeil(c, made.feil)
    })
    .post('/admin/invitasjoner', async (c) => {
      const body = await readBody(c, invitasjonSchema, 'HH-411')
      if (!body.ok) return answerFeil(c, body.feil)
      const made = await invite(world, c.var.caller.bruker, body.verdi)
      return made.ok ? c.json(made.verdi, 201) : answerFeil(c, made.feil)
    })
    .delete('/admin/invitasjoner/:id', async (c) => {
      const done = await withdraw(world, c.var.caller.bruker, c.req.param('id'))
      return done.ok ? c.json({ ok: true }) : answerFeil(c, done.feil)
    })
    .get('/admin/nettbrett', async (c) => c.json({ nettbrett: await listDevices(world) }))
    .delete('/admin/nettbrett/:replica', async (c) => {
      const done = await removeDevice(world, c.var.caller.bruker, c.req.param('replica'))
      return done.ok ? c.json({ ok: true }) : answerFeil(c, done.feil)
    })
    .get('/admin/tilside', async (c) => c.json({ endringer: await world.store.setAside() }))
    .post('/admin/tilside/:opId', async (c) => {
      const body = await readBody(c, avgjoerelseSchema, 'HH-411')
      if (!body.ok) return answerFeil(c, body.feil)
      const done = await decide(world, c.var.caller.bruker, c.req.param('opId'), body.verdi.slipp)
      return done.ok ? c.json({ ok: true }) : answerFeil(c, done.feil)
    })
    .get('/admin/drift', (c) => {
      const status = backup?.() ?? null
      return c.json({
        automatisk: status !== null,
        sisteKopi: status?.last ? Date.parse(status.last) : null,
        ok: status?.ok ?? true,
      })
    })
    .get('/admin/historikk', async (c) => {
      const before = Number(c.req.query('foer') ?? Number.MAX_SAFE_INTEGER)
      return c.json({ hendelser: await readAudit(world.db, Number.isFinite(before) ? before : 0) })
    })
}
