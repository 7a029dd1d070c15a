import type { Kysely } from 'kysely'
import type { Bruker } from '../../domain/tilgang.ts'
import type { Database } from '../schema.ts'
import { insertUser } from './users.ts'

/** The ready users of the demo: the key to log in by, the name on the button, and who it is. */
const demoUser = (key: string, visningsnavn: string, bruker: Omit<Bruker, 'id'>) => ({
  key,
  visningsnavn,
  bruker: { id: `demo-${key}`, ...bruker },
})

export const DEMO_USERS = [
  demoUser('prosjektleder', 'prosjektleder', {
    navn: 'Eksempel prosjektleder',
    rolle: 'prosjektleder',
    enheter: [],
  }),
  demoUser('virksomhetsleder-tpf1', 'virksomhetsleder TPF 1', {
    navn: 'Eksempel virksomhetsleder',
    rolle: 'virksomhetsleder',
    enheter: ['tpf1'],
  }),
  demoUser('avdelingsleder-bondihagen', 'avdelingsleder Bondihagen', {
    navn: 'Eksempel avdelingsleder Bondihagen',
    rolle: 'avdelingsleder',
    enheter: ['bondihagen'],
  }),
  demoUser('avdelingsleder-hurum', 'avdelingsleder Hurum', {
    navn: 'Eksempel avdelingsleder Hurum',
    rolle: 'avdelingsleder',
    enheter: ['hurum'],
  }),
  demoUser('tillitsvalgt-bondihagen', 'tillitsvalgt Bondihagen', {
    navn: 'Eksempel tillitsvalgt',
    rolle: 'tillitsvalgt',
    enheter: ['bondihagen'],
  }),
  demoUser('leser', 'leser', { navn: 'Eksempel leser', rolle: 'leser', enheter: [] }),
]

/** Makes the demo's users that are not there yet. Nobody knows a password of theirs, for they have none. */
export async function ensureDemoUsers(db: Kysely<Database>, now: number, uuid: () => string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('bruker').select('user_id').execute()
    for (const { key, bruker } of DEMO_USERS) {
      if (known.some((k) => k.user_id === bruker.id)) continue
      await insertUser(trx, { ...bruker, epost: `${key}@demo.invalid`, passwordHash: null }, now, uuid)
    }
  })
}
