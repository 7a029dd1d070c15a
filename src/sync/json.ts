/** Values that travel: what JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [felt: string]: Json }
export type Doc = Record<string, Json>
