import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, onBeforeMount, shallowRef } from 'vue'
import Felt from '../../../src/app/ui/Felt.vue'
import { useSkjema } from '../../../src/app/composables/useSkjema.ts'
import { useSession } from '../../../src/app/stores/session.ts'
import { aktivitetSkjema } from '../../../src/domain/aktivitet.ts'
import { LEDER, omgivelser } from './verden.ts'

type Lagret = ReturnType<ReturnType<typeof useSkjema<typeof aktivitetSkjema>>['sjekk']>

/** A form with one field, inside a session that is opened first. */
function lagSkjema() {
  const lagret = shallowRef<Lagret | undefined>()
  const Skjema = defineComponent(() => {
    const { felter, feil, sjekk, fjernKladd, hentetKladd } = useSkjema(
      aktivitetSkjema,
      { tittel: '', ansvarlig: '' },
      'aktivitet/ny',
    )
    const lagre = async () => {
      lagret.value = sjekk()
      if (lagret.value) await fjernKladd()
    }
    const felt = (navn: 'tittel' | 'ansvarlig', etikett: string) =>
      h(
        Felt,
        { etikett, feil: feil[navn] },
        {
          default: (f: { attrs: object }) =>
            h('input', {
              ...f.attrs,
              value: felter[navn],
              onInput: (e: Event) => (felter[navn] = (e.target as HTMLInputElement).value),
            }),
        },
      )
    return () =>
      h('form', [
        hentetKladd.value ? h('p', 'Kladd hentet') : null,
        felt('tittel', 'Tittel'),
        felt('ansvarlig', 'Ansvarlig'),
        h('button', { type: 'button', onClick: lagre }, 'Lagre'),
      ])
  })
  const Ramme = defineComponent(() => {
    const session = useSession()
    const klar = shallowRef(false)
    onBeforeMount(async () => {
      await session.loggInn(LEDER)
      klar.value = true
    })
    return () => (klar.value ? h(Skjema) : h('p', 'åpner'))
  })
  const vist = render(Ramme, { global: omgivelser().global })
  return { lagret, lukk: async () => (await vist).unmount() }
}

const tittel = page.getByRole('textbox', { name: 'Tittel' })
const ansvarlig = page.getByRole('textbox', { name: 'Ansvarlig' })
const kladd = async () => useSession().device?.hentKladd('aktivitet/ny')

beforeEach(() => localStorage.clear())
afterEach(async () => {
  await useSession().loggUt({ slett: true })
})

describe('et skjema', () => {
  it('maser ikke før man har forlatt et felt man har endret', async () => {
    lagSkjema()
    await tittel.fill('x'.repeat(201))
    await expect.element(tittel).not.toHaveAttribute('aria-invalid')
    await userEvent.tab()
    await expect.element(tittel).toHaveAccessibleDescription(/Tittel kan ha 200 tegn. Nå er det 201/)
    await tittel.fill('Prøve langvakt')
    await expect.element(tittel).not.toHaveAttribute('aria-invalid')
  })

  it('viser alt som mangler når man lagrer, og setter markøren i det første feltet', async () => {
    const { lagret } = lagSkjema()
    await page.getByRole('button', { name: 'Lagre' }).click()
    expect(lagret.value).toBeNull()
    await expect.element(tittel).toHaveAccessibleDescription('Skriv tittel.')
    await expect.element(tittel).toHaveFocus()
  })

  it('gir det kontrollerte innholdet, med mellomrom i endene fjernet', async () => {
    const { lagret } = lagSkjema()
    await tittel.fill('  Prøve langvakt  ')
    await page.getByRole('button', { name: 'Lagre' }).click()
    expect(lagret.value).toMatchObject({ tittel: 'Prøve langvakt', status: 'planlagt' })
  })

  it('et halvferdig skjema ligger der når man kommer tilbake', async () => {
    const foerste = lagSkjema()
    await tittel.fill('Halvferdig <script> 🙂')
    await ansvarlig.fill('fagkoordinator')
    await foerste.lukk()
    lagSkjema()
    await expect.element(tittel).toHaveValue('Halvferdig <script> 🙂')
    await expect.element(ansvarlig).toHaveValue('fagkoordinator')
    await expect.element(page.getByText('Kladd hentet')).toBeVisible()
  })

  it('kladden er borte når det er lagret', async () => {
    const foerste = lagSkjema()
    await tittel.fill('Ferdig')
    await expect.poll(kladd).toMatchObject({ tittel: 'Ferdig' })
    await page.getByRole('button', { name: 'Lagre' }).click()
    await expect.poll(kladd).toBeUndefined()
    await foerste.lukk()
    lagSkjema()
    await expect.element(tittel).toHaveValue('')
  })
})
