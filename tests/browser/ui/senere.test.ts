import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, ref } from 'vue'
import { senere } from '../../../src/app/felles/senere.ts'

const Hilsen = defineComponent<{ hvem: string }, { vink: () => void }>(
  (props, { emit }) =>
    () =>
      h('button', { type: 'button', onClick: () => emit('vink') }, `Hei, ${props.hvem}`),
  { props: { hvem: { type: String, required: true } }, emits: ['vink'] },
)

function vis(Del: ReturnType<typeof senere>) {
  const feil: unknown[] = []
  const aapen = ref(true)
  const vinket = ref(0)
  void render(() => (aapen.value ? h(Del, { hvem: 'Eksempel', onVink: () => vinket.value++ }) : undefined), {
    global: { config: { errorHandler: (e) => void feil.push(e) } },
  })
  return { feil, aapen, vinket }
}

test('er ingenting før den har kommet, og så den selv, med det den ble gitt', async () => {
  let kom = (_: { default: typeof Hilsen }) => {}
  const { vinket } = vis(senere(() => new Promise((ja) => (kom = ja))))
  expect(page.getByRole('button').elements()).toHaveLength(0)
  kom({ default: Hilsen })
  await page.getByRole('button', { name: 'Hei, Eksempel' }).click()
  expect(vinket.value).toBe(1)
})

test('en fil som ikke kommer, sies fra om; vises den på nytt, hentes den på nytt', async () => {
  let nett = false
  const { feil, aapen } = vis(
    senere(() => (nett ? Promise.resolve({ default: Hilsen }) : Promise.reject(new Error('no network')))),
  )
  await expect.poll(() => feil).toEqual([new Error('no network')])
  aapen.value = false
  nett = true
  await expect.poll(() => page.getByRole('button').elements()).toHaveLength(0)
  aapen.value = true
  await expect.element(page.getByRole('button', { name: 'Hei, Eksempel' })).toBeVisible()
  expect(feil).toHaveLength(1)
})
