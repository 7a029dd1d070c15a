/** The space of what is for one person alone. */
export const egetRom = (bruker: { id: string }): string => `user:${bruker.id}`
