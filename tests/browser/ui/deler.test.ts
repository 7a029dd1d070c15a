import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, ref } from 'vue'
import Ark from '../../../src/app/ui/Ark.vue'
import EksempelMerke from '../../../src/app/ui/EksempelMerke.vue'
import Felt from '../../../src/app/ui/Felt.vue'
import Fremdrift from '../../../src/app/ui/Fremdrift.vue'
import Ikon from '../../../src/app/ui/Ikon.vue'
import { IKONNAVN } from '../../../src/app/ui/ikonnavn.ts'
import Kort from '../../../src/app/ui/Kort.vue'
import Lasting from '../../../src/app/ui/Lasting.vue'
import Segment from '../../../src/app/ui/Segment.vue'
import Side from '../../../src/app/ui/Side.vue'
import StatusMerke from '../../../src/app/felles/StatusMerke.vue'
import Tom from '../../../src/app/ui/Tom.vue'
import Varsel from '../../../src/app/ui/Varsel.vue'
import { axefunn } from './verden.ts'

const DRAKTER = ['light', 'dark'] as const

describe('Segment', () => {
  const lag = () => {
    const valgt = ref<string>('2025')
    render(
      defineComponent(
        () => () =>
          h(Segment<string>, {
            navn: 'År',
            valg: [
              { verdi: '2024', tekst: '2024' },
              { verdi: '2025', tekst: '2025' },
              { verdi: '2026', tekst: '2026', tillegg: 'utkast' },
            ],
            modelValue: valgt.value,
            'onUpdate:modelValue': (v: string) => {
              valgt.value = v
            },
          }),
      ),
    )
    return valgt
  }

  it('er en gruppe med navn, og den valgte knappen er trykket inn', async () => {
    lag()
    const gruppe = page.getByRole('group', { name: 'År' })
    await expect.element(gruppe.getByRole('button', { name: '2025' })).toHaveAttribute('aria-pressed', 'true')
    await expect.element(gruppe.getByRole('button', { name: '2026 utkast' })).toHaveAttribute('aria-pressed', 'false')
  })

  it('er ett stopp for tabulatoren; pilene flytter, og mellomrom velger', async () => {
    const valgt = lag()
    await userEvent.tab()
    await expect.element(page.getByRole('button', { name: '2025' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByRole('button', { name: '2026 utkast' })).toHaveFocus()
    expect(valgt.value).toBe('2025')
    await userEvent.keyboard(' ')
    expect(valgt.value).toBe('2026')
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByRole('button', { name: '2024' })).toHaveFocus()
  })

  it('hver knapp har en trykkflate på minst 48 piksler', () => {
    lag()
    const gruppe = document.querySelector('[role=group]')!
    expect(gruppe.getBoundingClientRect().height).toBeGreaterThanOrEqual(48)
  })
})

describe('Felt', () => {
  const lag = (props: { beskrivelse?: string; feil?: string; valgfri?: boolean }) =>
    render(Felt, {
      props: { etikett: 'Frist', ...props },
      slots: { default: (f: { attrs: object }) => h('input', { class: 'ds-input', ...f.attrs }) },
    })

  it('navnet er etiketten alene, også når feltet er valgfritt', async () => {
    lag({ valgfri: true, beskrivelse: 'Dagen det skal være gjort' })
    const felt = page.getByRole('textbox', { name: 'Frist', exact: true })
    await expect.element(felt).toHaveAccessibleDescription('valgfritt Dagen det skal være gjort')
  })

  it('feilen hører til feltet, og feltet er merket ugyldig', async () => {
    lag({ feil: 'Velg en dato.' })
    const felt = page.getByRole('textbox', { name: 'Frist' })
    await expect.element(felt).toHaveAttribute('aria-invalid', 'true')
    await expect.element(felt).toHaveAccessibleDescription('Velg en dato.')
  })

  it('uten feil er feltet ikke merket', async () => {
    lag({})
    await expect.element(page.getByRole('textbox', { name: 'Frist' })).not.toHaveAttribute('aria-invalid')
  })
})

describe('Ark', () => {
  const lag = () => {
    const aapen = ref(false)
    render(
      defineComponent(
        () => () =>
          h('div', [
            h('button', { type: 'button', onClick: () => (aapen.value = true) }, 'Ny aktivitet'),
            h(
              Ark,
              { aapen: aapen.value, tittel: 'Ny aktivitet', onLukk: () => (aapen.value = false) },
              { default: () => h('input', { 'aria-label': 'Tittel' }) },
            ),
          ]),
      ),
    )
    return aapen
  }

  it('åpner som en dialog med navn, og gir fokus tilbake når den lukkes', async () => {
    const aapen = lag()
    await page.getByRole('button', { name: 'Ny aktivitet' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Ny aktivitet' })).toBeVisible()
    expect(await axefunn()).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(aapen.value).toBe(false)
    await expect.element(page.getByRole('button', { name: 'Ny aktivitet' })).toHaveFocus()
  })

  it('lukkes med knappen', async () => {
    const aapen = lag()
    await page.getByRole('button', { name: 'Ny aktivitet' }).click()
    await page.getByRole('button', { name: 'Lukk' }).click()
    expect(aapen.value).toBe(false)
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })
})

describe('Side', () => {
  it('overskriften er sidens navn, også i fanen', async () => {
    render(Side, { props: { tittel: 'Årshjul', over: 'Lørdag 21. november 2026', eksempel: true } })
    await expect.element(page.getByRole('heading', { level: 1, name: 'Årshjul' })).toBeVisible()
    expect(document.title).toBe('Årshjul – Heltidshjulet')
    await expect.element(page.getByText('Eksempel')).toBeVisible()
  })
})

describe('Ikon', () => {
  it('hvert ikon har en tegning, og skjermlesere hører det ikke', async () => {
    for (const navn of IKONNAVN) {
      const { container, unmount } = await render(Ikon, { props: { navn } })
      expect(container.querySelector('use')?.getBBox().width, navn).toBeGreaterThan(5)
      expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
      await unmount()
    }
  })
})

describe.each(DRAKTER)('delene i %s drakt', (drakt) => {
  it('har ingen feil etter WCAG 2.2 AA', async () => {
    document.documentElement.dataset.colorScheme = drakt
    render(
      defineComponent(
        () => () =>
          h('main', [
            h(Side, { tittel: 'Oversikt', over: 'Lørdag', eksempel: true }, () => [
              h(Kort, { tittel: 'Andel heltid' }, { default: () => 'Tekst', hode: () => h(EksempelMerke) }),
              ...(['foran', 'i_rute', 'bak', 'mangler'] as const).map((status) => h(StatusMerke, { status })),
              h(Segment<string>, {
                navn: 'År',
                modelValue: 'a',
                valg: [
                  { verdi: 'a', tekst: '2024' },
                  { verdi: 'b', tekst: '2026', tillegg: 'utkast' },
                ],
              }),
              h(
                Felt,
                { etikett: 'Tittel', feil: 'Skriv tittel.', beskrivelse: 'Kort' },
                { default: (f: { attrs: object }) => h('input', { class: 'ds-input', ...f.attrs }) },
              ),
              h(Tom, { tittel: 'Ingen aktiviteter ennå', tekst: 'Begynn med én ting dere vil prøve.' }, () =>
                h('button', { class: 'ds-button', type: 'button' }, 'Ny aktivitet'),
              ),
              h(
                Varsel,
                { tittel: 'Målingen ble ikke tatt imot' },
                { default: () => h('p', { class: 'due' }, 'Rett den.') },
              ),
              h(Fremdrift, { verdi: 5, av: 8, tekst: '5 av 8 deler hentet' }),
              h(Lasting),
            ]),
          ]),
      ),
    )
    expect(await axefunn()).toEqual([])
    document.documentElement.dataset.colorScheme = 'light'
  })
})
