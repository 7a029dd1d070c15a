import { fortellerOm, OPID_TEGN } from '../domain/beskjedId.ts'
import { egetRom } from '../domain/rom.ts'
import type { Lest } from '../domain/lest.ts'
import { erTabell, tabeller, type Post, type Rad, type Tabellnavn } from '../domain/tabeller.ts'
import type { Bruker } from '../domain/tilgang.ts'
import { flettMengde } from '../sync/mengde.ts'
import { avvisningstekst } from '../sync/avvisning.ts'
import { SLETTET, skrivesAv, type Doc, type Op } from '../sync/op.ts'
import type { Base, LagretPost } from './db.ts'
import { lesReturnerte } from './decided.ts'
import type { Endring, Tilbakesendt } from './device.ts'
import { UgyldigFeil } from './write.ts'

/** What came back to the person who wrote it: refused, or overwritten. Kept word for word until she has dealt with it. */

export async function lesTilbakesendte(db: Base, bruker: Pick<Bruker, 'id'>): Promise<Tilbakesendt[]> {
  const avviste = (await lesReturnerte(db, bruker)).map((r) => ({
    opId: r.opId,
    slag: r.slag,
    rom: r.op.space,
    type: r.op.type,
    id: r.op.id,
    tittel: r.tittel,
    felter: r.op.set,
    tapteFelter: r.tapteFelter,
    kode: r.kode,
    grunn: r.grunn || avvisningstekst(r.kode),
    av: null,
    skrevet: r.op.t,
  }))
  return [...avviste, ...(await lesBeskjeder(db)).map(somTilbakesendt)].sort((a, b) => b.skrevet - a.skrevet)
}

/** What she has been told of and not dealt with: rows that tell of the same, together. */
async function lesBeskjeder(db: Base): Promise<[LagretPost, ...LagretPost[]][]> {
  const sammen = new Map<string, [LagretPost, ...LagretPost[]]>()
  for (const r of await db.record.where('[type+live]').equals(['beskjed', 1]).toArray()) {
    const de = sammen.get(fortellerOm(r))
    if (de) de.push(r)
    else sammen.set(fortellerOm(r), [r])
  }
  return [...sammen.values()]
}

function somTilbakesendt(rader: readonly [LagretPost, ...LagretPost[]]): Tilbakesendt {
  const [r] = rader
  const { slag, rom, gjelder, tittel, av, skrevet } = r.doc as unknown as Rad<'beskjed'>
  const felter = Object.assign({}, ...rader.map((x) => x.doc.felter)) as Rad<'beskjed'>['felter']
  const [type = '', id = ''] = gjelder.split('/')
  return {
    opId: r.id,
    slag: slag === 'slettet' || slag === 'sluppet' || slag === 'forkastet' ? slag : 'overskrevet',
    rom,
    type,
    id,
    tittel,
    felter,
    tapteFelter: Object.keys(felter),
    kode: '',
    grunn: '',
    av,
    skrevet,
  }
}

/** The change once more, on top of what stands now: of an overwritten one only the fields that lost, of one that was deleted the record. */
export async function somNyEndring(db: Base, bruker: Pick<Bruker, 'id'>, opId: string): Promise<Endring | null> {
  const t = (await lesTilbakesendte(db, bruker)).find((x) => x.opId === opId)
  if (!t || !erTabell(t.type)) return null
  if (t.av !== null && t.slag !== 'forkastet' && !(await db.record.get([t.rom, t.type, t.id])))
    throw new UgyldigFeil('Du har ikke lenger tilgang til dette. Kopier teksten, og gi den til en som har det.')
  const hva = { rom: t.rom, type: t.type, id: t.id }
  if (t.slag === 'slettet') return { ...hva, slettet: false }
  const avvist = await db.rejected.get(opId)
  const { [SLETTET]: slettet, ...set } = avvist ? skrivesAv(avvist.op) : (t.felter as Doc)
  for (const felt of Object.keys(set)) if (t.slag === 'overskrevet' && !t.tapteFelter.includes(felt)) delete set[felt]
  const staar = avvist && (await db.record.get([t.rom, t.type, t.id]))
  return {
    ...hva,
    set: set as Partial<Post<Tabellnavn>>,
    ...(slettet === undefined ? {} : { slettet: slettet === true }),
    ...(staar && { fra: slikHunSaaDet(avvist.op, staar) }),
  }
}

/** Of a long text and a set, what she wrote on then and not what stands now: what has come to it since, she has not seen, and it becomes one with hers. */
function slikHunSaaDet(op: Op, staar: LagretPost): Lest {
  const { felter, v } = { felter: { ...staar.doc }, v: { ...staar.v } }
  const tekster: readonly string[] = erTabell(op.type) ? tabeller[op.type].tekster : []
  for (const felt of tekster.filter((f) => f in op.set)) {
    felter[felt] = op.fra?.[felt] ?? ''
    v[felt] = op.base[felt] ?? ''
  }
  // Of a set, what stands is without what she put in, and with what she took out.
  for (const [felt, { lagt, tatt }] of Object.entries(op.mengder ?? {})) {
    const staaende = felter[felt] ?? []
    if (Array.isArray(staaende)) felter[felt] = flettMengde(staaende, { lagt: tatt, tatt: lagt })
  }
  return { felter, v }
}

/** Lays aside what came back; what to write so that her other devices know of it, nothing where it is only this one that does. */
export async function leggBort(db: Base, bruker: Bruker, opId: string): Promise<Endring[]> {
  await db.rejected.delete(opId.slice(0, OPID_TEGN))
  const rader = (await lesBeskjeder(db)).find(([r]) => r.id === opId) ?? []
  return rader.map(({ id }) => ({ rom: egetRom(bruker), type: 'beskjed', id, slettet: true }))
}
