import { UTVALGSREGEL } from '../../src/domain/asker/utvalgsregel.ts'
import type { Celle } from '../../src/domain/stillingsliste/celle.ts'
import { gjenkjenn } from '../../src/domain/stillingsliste/kolonner.ts'
import { enhetsnoekkel, type Listevalg } from '../../src/domain/stillingsliste/rad.ts'
import { lagTeller, type Opptelling } from '../../src/domain/stillingsliste/telling.ts'

/** A small organisation: two wards in one virksomhet, one in another. */
export const OVERORDNET = new Map<string, string | null>([
  ['asker', null],
  ['velferd', 'asker'],
  ['ho1', 'velferd'],
  ['ho2', 'velferd'],
  ['hurum', 'ho2'],
  ['braaset', 'ho2'],
  ['gullhella', 'ho1'],
])

/** A list's rows under its column names, counted with what is recognised, and units whose names in the list are their ids. */
export function tellListe(
  overskrifter: string[],
  rader: Celle[][],
  valg: Partial<Listevalg> = {},
  foersteRad = 2,
): Opptelling {
  const alle: Listevalg = {
    kolonner: gjenkjenn(overskrifter),
    dato: '2026-09-01',
    andel: false,
    over100: 'hundre',
    uttrekk: null,
    ansettelser: new Map(),
    permisjoner: new Map(),
    yrker: new Map(),
    enheter: new Map([...OVERORDNET.keys()].map((e) => [enhetsnoekkel('', e, ''), e])),
    regel: UTVALGSREGEL,
    ...valg,
  }
  const teller = lagTeller(alle, OVERORDNET)
  rader.forEach((rad, i) => teller.rad(rad, foersteRad + i))
  return teller.ferdig()
}
