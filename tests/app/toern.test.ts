import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesFil, lesLimt } from '../../src/app/felles/fil/lesFil.ts'
import { radcsv } from '../../src/app/felles/radcsv.ts'
import { biter } from '../../src/app/toern/biter.ts'
import { flytAarsverk } from '../../src/app/toern/flyttekst.ts'
import { listefil } from '../../src/app/toern/listefil.ts'
import { lesOppgaver } from '../../src/app/toern/lesOppgaver.ts'
import { ENDRINGSSLAG, KRAV, PERIODER, TOERNKATEGORIER, VAKTER, YRKER } from '../../src/domain/toern.ts'
import { flyter } from '../../src/domain/toernflyt.ts'
import { TOERNBILDE } from '../support/toernbilde.ts'
import { TOERNRAD } from '../support/toernrad.ts'

const les = (tekst: string) => {
  const raa = lesLimt(tekst)
  if (!raa.ok) throw new Error(raa.feil.tekst)
  return lesOppgaver(raa.verdi.rader)
}

const tekst = fc.stringMatching(/^[A-Za-zÆØÅæøå0-9 ,;"().-]{0,30}$/).map((t) => t.trim())
const oppgave = fc
  .record({
    oppgave: tekst.filter((t) => /^[A-Za-zÆØÅæøå]/.test(t)),
    kategori: fc.constantFrom(...TOERNKATEGORIER),
    gjoerIDag: fc.constantFrom(...YRKER),
    boerGjoere: fc.constantFrom(...YRKER),
    deltMed: fc.subarray([...YRKER]),
    kompetanse: tekst,
    minutter: fc.integer({ min: 2, max: 2880 }).map((n) => n / 2),
    hvorOfte: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...PERIODER)).map(([n, p]) => `${n}/${p}`),
    vakter: fc.subarray([...VAKTER]),
    endring: fc.constantFrom(...ENDRINGSSLAG),
    krav: fc.subarray([...KRAV]),
    begrunnelse: tekst,
  })
  .map((o) => ({ ...o, deltMed: o.deltMed.filter((y) => y !== o.boerGjoere) }))

describe('en TØRN-liste i Excel', () => {
  it.each(['xlsx', 'csv'] as const)('er ut som %s og inn igjen den samme', async (slag) => {
    await fc.assert(
      fc.asyncProperty(fc.array(oppgave, { minLength: 1, maxLength: 8 }), async (oppgaver) => {
        const rader = oppgaver.map((o, i) => ({
          ...TOERNRAD,
          ...{ id: `oppgave-${i}`, rom: 'unit:bondihagen', status: 'kartlagt' as const, eksempel: false },
          ...o,
        }))
        const raa = await lesFil(await listefil(slag, rader))
        if (!raa.ok) throw new Error(raa.feil.tekst)
        expect(lesOppgaver(raa.verdi.rader)).toEqual({ ok: true, verdi: { forslag: oppgaver, feil: [] } })
      }),
    )
  })

  it('leses med kolonnene i en annen rekkefølge, med egne ord, og under en overskrift', () => {
    const lest = les(
      [
        'Oppgaver i 2. etasje',
        'Vakt\tOppgave\tGjør i dag\tMinutter\tHvor ofte',
        'Kveld, helg\tLegge dosett\tspl\t7,5\tukentlig',
      ].join('\n'),
    )
    expect(lest).toMatchObject({
      ok: true,
      verdi: {
        feil: [],
        forslag: [
          {
            oppgave: 'Legge dosett',
            kategori: 'legemidler',
            ...{ gjoerIDag: 'V', boerGjoere: 'V', minutter: 7.5, hvorOfte: '1/uke', vakter: ['kveld', 'helg'] },
          },
        ],
      },
    })
  })

  it('flere yrker i én celle deler oppgaven: det første bør gjøre den, resten deler den med det', () => {
    const lest = les(
      'Oppgave;Gjør i dag;Bør gjøre;Deles med\nLegge på plass tøy;spl;hfa/assistent;\nDekke bord;H;Assistent og vernepleier og sykepleier;S\nGal;H;A;Romvesen',
    )
    expect(lest).toMatchObject({
      ok: true,
      verdi: {
        forslag: [
          { boerGjoere: 'H', deltMed: ['A'] },
          { boerGjoere: 'A', deltMed: ['V', 'S'] },
        ],
        feil: ['Rad 4, «Gal»: Velg hvem oppgaven skal deles med.'],
      },
    })
  })

  it('sier hvilken rad som ikke kan leses, og hvorfor, og tar med resten', () => {
    const lest = les('Oppgave;Gjør i dag;Minutter\nGod;Assistent;10\nGal;Romvesen;10\nLang;Assistent;mange\n;;')
    expect(lest).toMatchObject({
      ok: true,
      verdi: {
        forslag: [{ oppgave: 'God' }],
        feil: [
          'Rad 3, «Gal»: Velg hvem som gjør oppgaven i dag.',
          'Rad 4, «Lang»: Skriv hvor mange minutter oppgaven tar.',
        ],
      },
    })
  })

  it('uten kolonnen «Oppgave» sier hva som mangler', () => {
    expect(les('Navn;Minutter\nx;10')).toMatchObject({ ok: false, feil: { kode: 'HH-720' } })
  })

  it('en celle som begynner med et likhetstegn, gjøres ufarlig i filen, og er inn igjen som den var', () => {
    const csv = radcsv('toernoppgave', [
      {
        ...TOERNRAD,
        ...{ oppgave: '=1+1', kategori: 'drift', gjoerIDag: 'V', boerGjoere: 'V', minutter: 1, hvorOfte: '1/dag' },
        ...{ status: 'kartlagt', eksempel: false },
      },
    ])
    expect(csv).toContain("'=1+1")
    expect(les(csv)).toMatchObject({ ok: true, verdi: { forslag: [{ oppgave: '=1+1' }] } })
  })
})

it('timene som kan flyttes, sies også som årsverk', () => {
  expect(flytAarsverk(flyter(TOERNBILDE))).toBe('Det er 1,1 årsverk.')
})

it('en lang liste deles i biter, og ingenting blir borte', () => {
  const liste = Array.from({ length: 151 }, (_, i) => i)
  expect(biter(liste, 150)).toEqual([liste])
  expect(biter(liste, 151)).toHaveLength(7)
  expect(biter(liste, 151).flat()).toEqual(liste)
})
