import * as v from 'valibot'
import type { Who } from './auth/who.ts'
import type { Streams } from './http/streams.ts'
import type { Hint } from '../sync/messages.ts'
import type { Store } from './sync/store.ts'

/** What several instances on one database let each other know, so that it does not matter which of them one asks. */

/** One thing that has happened: a space has moved, somebody's access changed, or a user's or a session's streams are to end. */
export const wordSchema = v.variant('om', [
  v.object({ om: v.literal('hint'), space: v.string(), head: v.number() }),
  v.object({ om: v.literal('tilgang') }),
  v.object({ om: v.literal('bruker'), id: v.string() }),
  v.object({ om: v.literal('oekt'), id: v.string() }),
])
export type Word = v.InferOutput<typeof wordSchema>

/** The line between the instances. What is said on it is heard by the others, in order, and by nobody twice. */
export interface Line {
  say(word: Word): void
  /** The returned function ends it. */
  hear(fn: (word: Word) => void): () => void
}

export interface Shared {
  store: Store
  who: Who
  streams: Streams
}

/** The same three, such that what happens here is known on every instance, and what happens there is known here. */
export function share({ store, who, streams }: Shared, line: Line): Shared {
  store.onHint(({ space, head }) => line.say({ om: 'hint', space, head }))
  line.hear((word) => {
    if (word.om === 'tilgang') who.forget()
    else if (word.om === 'bruker') streams.endUser(word.id)
    else if (word.om === 'oekt') streams.endSession(word.id)
  })
  return {
    store: { ...store, onHint: (fn) => both(store.onHint(fn), onHintFrom(line, fn)) },
    who: Object.assign((headers: Headers) => who(headers), {
      forget() {
        who.forget()
        line.say({ om: 'tilgang' })
      },
    }),
    streams: {
      add: (stream) => streams.add(stream),
      endAll: () => streams.endAll(),
      endUser(id) {
        streams.endUser(id)
        line.say({ om: 'bruker', id })
      },
      endSession(id) {
        streams.endSession(id)
        line.say({ om: 'oekt', id })
      },
      get size() {
        return streams.size
      },
    },
  }
}

const onHintFrom = (line: Line, fn: (hint: Hint) => void) =>
  line.hear((word) => {
    if (word.om === 'hint') fn({ space: word.space, head: word.head })
  })

const both = (a: () => void, b: () => void) => () => {
  a()
  b()
}
