import { leggTilDager, type Dato } from '../../dato.ts'
import { startrad, type Innhold, type Startrad } from '../../startrad.ts'

type Eksempel = Omit<Innhold<'utlysning'>, 'utlystDato' | 'droeftetDato'> & { utlyst?: number; droeftet?: number }

/** Days are counted from the day of the seed. */
const UTLYSNINGER: Record<string, Eksempel[]> = {
  bondihagen: [
    {
      stilling: 'Helsefagarbeider, natt',
      yrke: 'H',
      prosent: 60,
      grunner: ['natt'],
      begrunnelse: 'Nattevakten er alene tre netter i uken. Resten av nettene er dekket.',
      alternativer: ['kombistilling'],
      alternativTekst: 'Kombistilling med Hurum bofellesskap er tatt opp der. De svarer etter neste turnus.',
      fortrinnsrett: 'ingen',
    },
    { stilling: 'Helsefagarbeider', yrke: 'H', prosent: 100, antall: 2, utfall: 'utlyst', utlyst: -24 },
    {
      stilling: 'Assistent, helg',
      yrke: 'A',
      prosent: 35,
      grunner: ['helg'],
      begrunnelse: 'To helgevakter ble stående udekket da turnusen var lagt.',
      alternativer: ['oeke_andres', 'langvakt'],
      alternativTekst: 'Tre deltidsansatte ble spurt, ingen ville ha flere helger. Langvakt prøves ut først til våren.',
      fortrinnsrett: 'ingen',
      krav: 'ingen',
      droeftet: -75,
      droeftetMed: 'Plasstillitsvalgt, Fagforbundet',
      droeftetSyn: 'uenig',
      utfall: 'utlyst',
      utlyst: -68,
      konklusjon: 'Lyses ut som deltid i ett år, til langvaktene er prøvd.',
    },
    { stilling: 'Vernepleier', yrke: 'V', prosent: 100, utfall: 'utlyst', utlyst: -130 },
  ],
  hurum: [{ stilling: 'Vernepleier', yrke: 'V', prosent: 80, antall: 2, utfall: 'utlyst', utlyst: -90 }],
}

/** Invented advertised positions of the pilots; the ids never change. */
export const eksempelutlysninger = (idag: Dato): Startrad[] =>
  Object.entries(UTLYSNINGER).flatMap(([enhet, liste]) =>
    liste.map(({ utlyst, droeftet, ...u }, i) =>
      startrad(`unit:${enhet}`, 'utlysning', `eks-${enhet}-u${i + 1}`, {
        ...u,
        utlystDato: utlyst === undefined ? null : leggTilDager(idag, utlyst),
        droeftetDato: droeftet === undefined ? null : leggTilDager(idag, droeftet),
        eksempel: true,
      }),
    ),
  )
