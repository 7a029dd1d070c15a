import type { Brudd } from '../../domain/brudd.ts'

export const BRUDDSLAGNAVN: Record<Brudd['slag'], string> = {
  definisjon: 'ny definisjon',
  omorganisering: 'omorganisering',
}
