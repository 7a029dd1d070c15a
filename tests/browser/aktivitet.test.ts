import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import AktiviteterPage from '../../src/app/aktiviteter/AktiviteterPage.vue'
import AktivitetPage from '../../src/app/aktiviteter/AktivitetPage.vue'
import type { Post } from '../../src/domain/tabeller.ts'
import type { Rolle } from '../../src/domain/tilgang.ts'
import { visSide, type Startrad, type Visning } from './bondihagen.ts'
import { axefunn } from './ui/verden.ts'

const aktivitet = (id: string, felt: Partial<Post<'aktivitet'>> = {}): Startrad => ({
  type: 'aktivitet',
  post: {
    id,
    rom: 'unit:bondihagen',
    tittel: id,
    beskrivelse: '',
    tiltaksmaal: 'T2',
    status: 'planlagt',
    ansvarlig: 'avdelingsleder',
    frist: null,
    ferdigDato: null,
    eksempel: false,
    ...felt,
  },
})
const RADER = [
  aktivitet('langvakt', { tittel: 'Evaluere langvaktene i helgen', frist: '2026-11-22', status: 'i_gang' }),
  aktivitet('sent', { tittel: 'Spørre deltidsansatte', frist: '2026-11-15', tiltaksmaal: 'T1' }),
  aktivitet('annen', { tittel: 'Kick-off på Hurum', rom: 'unit:hurum' }),
]
const sider = { '/aktiviteter': AktiviteterPage, '/aktiviteter/:id': AktivitetPage }

let aapen: Awaited<ReturnType<typeof visSide>> | undefined
const vis = async (rolle: Rolle, sti: string, mer: Partial<Visning> = {}) =>
  (aapen = await visSide({ rolle, sti, sider, rader: RADER, ...mer }))
afterEach(() => {
  aapen?.lukk()
  aapen = undefined
})

const kryss = (tittel: string) => page.getByRole('checkbox', { name: tittel })
const felt = (navn: string) => page.getByLabelText(navn, { exact: true })

describe('listen', () => {
  test('det som er over fristen, står først og sier det med ord', async () => {
    await vis('avdelingsleder', '/aktiviteter')
    await expect.element(page.getByRole('heading', { level: 2 }).first()).toHaveTextContent('Over fristen 1')
    await expect.element(page.getByText('Over fristen – 15. november')).toBeVisible()
    await expect.element(page.getByText('Frist i morgen, 22. november')).toBeVisible()
    expect(await axefunn()).toEqual([])
  })

  test('ett kryss gjør aktiviteten ferdig, og Angre tar det tilbake', async () => {
    await vis('avdelingsleder', '/aktiviteter')
    // As a click does: the box is ticked at once, and the row follows.
    await kryss('Evaluere langvaktene i helgen').click()
    await expect.element(kryss('Evaluere langvaktene i helgen')).toBeChecked()
    await expect.element(page.getByText('«Evaluere langvaktene i helgen» er ferdig.')).toBeVisible()
    await expect.element(kryss('Evaluere langvaktene i helgen')).toBeChecked()
    await expect.element(page.getByText('Ferdig 21. november')).toBeVisible()
    await page.getByRole('button', { name: 'Angre' }).click()
    await expect.element(kryss('Evaluere langvaktene i helgen')).not.toBeChecked()
    await expect.element(page.getByText('Frist i morgen, 22. november')).toBeVisible()
  })

  test('den som krysser av med tastaturet, mister ikke plassen når raden flytter seg', async () => {
    await vis('avdelingsleder', '/aktiviteter')
    await expect.element(kryss('Spørre deltidsansatte')).toBeVisible()
    ;(kryss('Spørre deltidsansatte').element() as HTMLInputElement).focus()
    await userEvent.keyboard(' ')
    await expect.element(kryss('Spørre deltidsansatte')).toBeChecked()
    await expect.element(kryss('Spørre deltidsansatte')).toHaveFocus()
  })

  test('den tillitsvalgte ser alt, men har ingen kryss og ingen knapp for ny', async () => {
    await vis('tillitsvalgt', '/aktiviteter')
    await expect.element(page.getByRole('link', { name: 'Spørre deltidsansatte' })).toBeVisible()
    expect(page.getByRole('checkbox').elements()).toHaveLength(0)
    expect(page.getByRole('button', { name: 'Ny aktivitet' }).elements()).toHaveLength(0)
  })

  test('prosjektlederen ser alle enheter i én liste, og kan velge én', async () => {
    await vis('prosjektleder', '/aktiviteter', { enheter: [] })
    await expect.element(kryss('Kick-off på Hurum')).toBeVisible()
    await expect.element(kryss('Spørre deltidsansatte')).toBeVisible()
    await page.getByRole('combobox', { name: 'Enhet' }).selectOptions('Hurum hjemmetjeneste')
    await expect.element(kryss('Kick-off på Hurum')).toBeVisible()
    await expect.element(kryss('Spørre deltidsansatte')).not.toBeInTheDocument()
  })

  test('uten aktiviteter står det hva en kan begynne med', async () => {
    await vis('avdelingsleder', '/aktiviteter', { rader: [] })
    await expect.element(page.getByRole('heading', { name: 'Ingen aktiviteter ennå' })).toBeVisible()
    expect(await axefunn()).toEqual([])
  })
})

describe('ny aktivitet', () => {
  test('feltene har navnene sine, og det som lagres, står i listen', async () => {
    await vis('avdelingsleder', '/aktiviteter')
    await page.getByRole('button', { name: 'Ny aktivitet' }).click()
    expect(await axefunn()).toEqual([])
    await felt('Tittel').fill('Lyse ut to stillinger som én')
    await felt('Tiltaksmål').selectOptions('T3 Lyse ut flere heltidsstillinger')
    await felt('Status').selectOptions('I gang')
    await felt('Ansvarlig').fill('avdelingsleder')
    await felt('Frist').fill('2026-12-01')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.element(page.getByText('«Lyse ut to stillinger som én» er lagt til.')).toBeVisible()
    await expect.element(kryss('Lyse ut to stillinger som én')).toBeVisible()
    await expect.element(page.getByText('Frist 1. desember')).toBeVisible()
  })

  test('navnet på et felt treffer feltet alene', async () => {
    await vis('avdelingsleder', '/aktiviteter?ny=1')
    await expect.element(felt('Tittel')).toBeVisible()
    for (const navn of ['Tittel', 'Tiltaksmål', 'Status', 'Ansvarlig', 'Frist'])
      expect(page.getByLabelText(navn).elements(), navn).toHaveLength(1)
  })

  test.each([
    ['tom tittel', '', 'Skriv tittel.'],
    ['10 000 tegn', 'å'.repeat(10_000), 'Tittel kan ha 200 tegn'],
  ])('%s får en setning ved feltet, og det som er skrevet, blir stående', async (_, tekst, setning) => {
    await vis('avdelingsleder', '/aktiviteter?ny=1')
    await felt('Tittel').fill(tekst)
    await felt('Ansvarlig').fill('fagkoordinator')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.element(page.getByText(setning)).toBeVisible()
    await expect.element(felt('Tittel')).toHaveAttribute('aria-invalid', 'true')
    await expect.element(felt('Tittel')).toHaveFocus()
    await expect.element(felt('Tittel')).toHaveValue(tekst)
    await expect.element(felt('Ansvarlig')).toHaveValue('fagkoordinator')
    expect(await axefunn()).toEqual([])
  })

  test('emoji og <script> er tekst som andre', async () => {
    await vis('avdelingsleder', '/aktiviteter?ny=1')
    const tittel = '🎉 <script>document.title = "x"</script>'
    await felt('Tittel').fill(tittel)
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.element(kryss(tittel)).toBeVisible()
    expect(document.title).toBe('Aktiviteter – Heltidshjulet')
  })

  test('en halvferdig aktivitet står der når siden lastes på nytt', async () => {
    const { bruker, device, lukk } = await vis('avdelingsleder', '/aktiviteter?ny=1')
    await felt('Tittel').fill('Halvferdig')
    await expect.poll(() => device.hentKladd('aktivitet/ny')).toMatchObject({ tittel: 'Halvferdig' })
    lukk()
    await vis('avdelingsleder', '/aktiviteter?ny=1', { bruker: bruker.id })
    await expect.element(felt('Tittel')).toHaveValue('Halvferdig')
    await page.getByRole('button', { name: 'Begynn på nytt' }).click()
    await expect.element(felt('Tittel')).toHaveValue('')
  })
})

describe('mens skjemaet står åpent', () => {
  const sti = '/aktiviteter/langvakt?endre=1'
  const BS_OP = '00000000-0000-7000-8000-00000000000b'
  type Enhet = Awaited<ReturnType<typeof vis>>['device']
  /** Another's change, as a sync round takes it in. */
  const annenEndrer = (device: Enhet, set: Partial<Post<'aktivitet'>>) =>
    device.db.record.toCollection().modify((r) => {
      if (r.id !== 'langvakt') return
      Object.assign(r.doc, set)
      for (const f of Object.keys(set)) r.v[f] = BS_OP
      r.ver = 2
    })
  const usendt = async (device: Enhet) => (await device.db.outbox.toArray()).map(({ set, base }) => ({ set, base }))
  const FOERST = '00000000-0000-7000-8000-000000000000'

  test('kommer en annens endring inn: bare det en selv rørte, skrives, med det en så', async () => {
    const { device } = await vis('avdelingsleder', sti)
    await felt('Frist').fill('2026-12-01')
    await annenEndrer(device, { tittel: 'Ny tittel', ansvarlig: 'HR', frist: '2026-11-30' })
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'Ny tittel', includeHidden: true }))
      .toBeInTheDocument()
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await expect.poll(() => usendt(device)).toEqual([{ set: { frist: '2026-12-01' }, base: { frist: FOERST } }])
  })

  test('også når det en begynte på, ble hentet fram igjen etter den andres endring', async () => {
    const { bruker, device, lukk } = await vis('avdelingsleder', sti)
    await felt('Ansvarlig').fill('turnusansvarlig')
    await expect.poll(() => device.hentKladd('aktivitet/langvakt')).toMatchObject({ ansvarlig: 'turnusansvarlig' })
    lukk()
    const igjen = await vis('avdelingsleder', '/aktiviteter', { bruker: bruker.id })
    await annenEndrer(igjen.device, { tittel: 'Ny tittel', ansvarlig: 'HR' })
    await igjen.router.push(sti)
    await expect.element(felt('Ansvarlig')).toHaveValue('turnusansvarlig')
    await expect.element(felt('Tittel')).toHaveValue('Ny tittel')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    const ventet = [{ set: { ansvarlig: 'turnusansvarlig' }, base: { ansvarlig: FOERST } }]
    await expect.poll(() => usendt(igjen.device)).toEqual(ventet)
  })
})

describe('syn og logg', () => {
  const langvakt = '/aktiviteter/langvakt'

  test('den tillitsvalgte sier seg uenig med begrunnelse, og kan endre det selv', async () => {
    await vis('tillitsvalgt', langvakt)
    await page.getByRole('radio', { name: 'Uenig' }).click()
    await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Pausene er ikke avklart.')
    expect(await axefunn()).toEqual([])
    await page.getByRole('button', { name: 'Lagre syn' }).click()
    await expect.element(page.getByText('Pausene er ikke avklart.')).toBeVisible()
    await expect.element(page.getByText('Tillitsvalgt Bondihagen')).toBeVisible()
    await page.getByRole('button', { name: 'Endre syn' }).click()
    await page.getByRole('radio', { name: 'Enig', exact: true }).click()
    await page.getByRole('button', { name: 'Lagre syn' }).click()
    await expect.element(page.getByRole('button', { name: 'Endre syn' })).toBeVisible()
    await expect.element(page.getByText('Enig', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Uenig', { exact: true })).not.toBeInTheDocument()
  })

  test('uten valgt syn står det hva som mangler', async () => {
    await vis('verneombud', langvakt)
    await page.getByRole('button', { name: 'Lagre syn' }).click()
    await expect.element(page.getByText('Velg enig, uenig eller utsatt.')).toBeVisible()
  })

  test('lederen ser synet, men kan ikke uttale seg eller endre det', async () => {
    const uttalelse: Startrad = {
      type: 'uttalelse',
      post: {
        id: 'u1',
        rom: 'unit:bondihagen',
        gjelder: 'aktivitet/langvakt',
        syn: 'utsatt',
        tekst: 'Vi vil se vaktplanen.',
        forfatter: 'ttv',
        forfatterNavn: 'Tillitsvalgt Bondihagen',
        skrevet: Date.UTC(2026, 10, 20, 9),
        eksempel: false,
      },
    }
    await vis('avdelingsleder', langvakt, { rader: [...RADER, uttalelse] })
    await expect.element(page.getByText('Utsatt', { exact: true })).toBeVisible()
    expect(page.getByRole('radio').elements()).toHaveLength(0)
    expect(page.getByRole('button', { name: 'Endre syn' }).elements()).toHaveLength(0)
    expect(await axefunn()).toEqual([])
  })

  test('et notat legges i loggen, og bare den som skrev det, kan endre og slette det', async () => {
    const notat: Startrad = {
      type: 'notat',
      post: {
        id: 'n1',
        rom: 'unit:bondihagen',
        gjelder: 'aktivitet/langvakt',
        tekst: 'Fem helger er gjennomført.',
        forfatter: 'leder',
        forfatterNavn: 'Avdelingsleder Bondihagen',
        skrevet: Date.UTC(2026, 10, 20, 9),
        eksempel: false,
      },
    }
    await vis('tillitsvalgt', langvakt, { rader: [...RADER, notat] })
    await expect.element(page.getByText('Fem helger er gjennomført.')).toBeVisible()
    expect(page.getByRole('button', { name: /^Slett/ }).elements()).toHaveLength(0)
    await page.getByRole('textbox', { name: 'Skriv et notat' }).fill('Spør om hviletid.')
    await page.getByRole('button', { name: 'Legg til notat' }).click()
    await expect.element(page.getByText('Spør om hviletid.')).toBeVisible()
    await expect.element(page.getByRole('textbox', { name: 'Skriv et notat' })).toHaveValue('')
    await page.getByRole('button', { name: /^Slett notatet/ }).click()
    await expect.element(page.getByText('Notatet er slettet.')).toBeVisible()
    await expect.element(page.getByText('Spør om hviletid.')).not.toBeInTheDocument()
  })
})

test('en slettet aktivitet kan hentes tilbake', async () => {
  const { router } = await vis('avdelingsleder', '/aktiviteter/sent')
  await page.getByRole('button', { name: 'Slett' }).click()
  await expect.element(page.getByText('«Spørre deltidsansatte» er slettet.')).toBeVisible()
  expect(router.currentRoute.value.path).toBe('/aktiviteter')
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect.element(kryss('Spørre deltidsansatte')).toBeVisible()
})

test('to felter endret av to sitter begge: skjemaet skriver bare det som er endret', async () => {
  const { device } = await vis('avdelingsleder', '/aktiviteter/sent?endre=1')
  await device.write({ rom: 'unit:bondihagen', type: 'aktivitet', id: 'sent', set: { frist: '2027-01-01' } })
  await felt('Tittel').fill('Spørre alle deltidsansatte')
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Spørre alle deltidsansatte')
  await expect.element(page.getByText('1. januar 2027')).toBeVisible()
})
