/** How much goes in one message. */
export const OPS_PER_FORESPOERSEL = 500
export const RADER_PER_SIDE = 2000
