/** The event streams that are open, so that one can be ended when its session is. */
export interface Streams {
  add(stream: OpenStream): () => void
  endUser(userId: string): void
  endSession(sessionId: string): void
  endAll(): void
  readonly size: number
}

export interface OpenStream {
  userId: string
  sessionId: string
  end: () => void
}

export function createStreams(): Streams {
  const open = new Set<OpenStream>()
  const endWhere = (which: (s: OpenStream) => boolean) => {
    for (const s of [...open]) if (which(s)) s.end()
  }
  return {
    add(stream) {
      open.add(stream)
      return () => open.delete(stream)
    },
    endUser: (id) => endWhere((s) => s.userId === id),
    endSession: (id) => endWhere((s) => s.sessionId === id),
    endAll: () => endWhere(() => true),
    get size() {
      return open.size
    },
  }
}
