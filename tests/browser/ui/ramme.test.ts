import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { nextTick } from 'vue'
import Hovedmeny from '../../../src/app/ramme/Hovedmeny.vue'
import SynkMerke from '../../../src/app/ramme/SynkMerke.vue'
import ToastHylle from '../../../src/app/ramme/ToastHylle.vue'
import { useSynk } from '../../../src/app/stores/synk.ts'
import { useToast } from '../../../src/app/stores/toast.ts'
import { axefunn, omgivelser } from './verden.ts'

beforeEach(async () => {
  await page.viewport(820, 1180)
})

describe('synkmerket', () => {
  it('er en lenke inne i en status, så begge har navn', async () => {
    render(SynkMerke, { global: omgivelser().global })
    await expect.element(page.getByRole('status')).toHaveTextContent(/^Alt er synkronisert$/)
    await expect
      .element(page.getByRole('link', { name: 'Alt er synkronisert' }))
      .toHaveAttribute('href', '/synkronisering')
  })

  it('sier på telefon bare det det er plass til', async () => {
    render(SynkMerke, { global: omgivelser().global })
    useSynk().$patch({ status: { ...useSynk().status, tilkoblet: false, venter: 3 } })
    await expect
      .element(page.getByRole('link', { name: 'Frakoblet – lagret på nettbrettet · 3 endringer venter' }))
      .toBeVisible()
    await page.viewport(390, 844)
    await expect.element(page.getByRole('link', { name: 'Frakoblet · 3 endringer venter', exact: true })).toBeVisible()
  })

  it('fører til innlogging når økten er utløpt', async () => {
    render(SynkMerke, { global: omgivelser().global })
    useSynk().$patch({ status: { ...useSynk().status, maaLoggeInn: true, venter: 3 } })
    await expect
      .element(page.getByRole('link', { name: 'Frakoblet – logg inn for å sende 3 endringer' }))
      .toHaveAttribute('href', '/logginn')
  })
})

describe('hovedmenyen', () => {
  it.each([
    [390, 844],
    [820, 1180],
    [1280, 800],
  ])('har fem lenker som kan treffes med tommelen på %d × %d', async (bredde, hoeyde) => {
    await page.viewport(bredde, hoeyde)
    render(Hovedmeny, { props: { rolle: 'avdelingsleder' }, global: omgivelser().global })
    for (const navn of ['Oversikt', 'Årshjul', 'Aktiviteter', 'TØRN', 'Mer']) {
      const lenke = page.getByRole('link', { name: navn, exact: true })
      await expect.element(lenke).toBeVisible()
      const { width, height } = lenke.element().getBoundingClientRect()
      expect(Math.min(width, height), navn).toBeGreaterThanOrEqual(48)
    }
    expect(await axefunn()).toEqual([])
  })

  it('får plass på 320 piksler uten å rulle sidelengs', async () => {
    await page.viewport(320, 640)
    render(Hovedmeny, { props: { rolle: 'avdelingsleder' }, global: omgivelser().global })
    const meny = page.getByRole('navigation', { name: 'Hovedmeny' }).element()
    expect(meny.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('meldingen nederst', () => {
  it('tar handlingen tilbake med Angre, og sier at det er gjort', async () => {
    render(ToastHylle, { global: omgivelser().global })
    let angret = 0
    useToast().vis({
      tekst: '«Tematime heltid i PSU» er merket som gjort.',
      angre: () => Promise.resolve(void angret++),
    })
    await page.getByRole('button', { name: 'Angre' }).click()
    expect(angret).toBe(1)
    await expect.element(page.getByText('Endringen er tatt tilbake.')).toBeVisible()
  })

  it('leses opp og kan lukkes', async () => {
    render(ToastHylle, { global: omgivelser().global })
    useToast().vis({ tekst: 'Teksten er kopiert.' })
    await expect.element(page.getByRole('status')).toHaveTextContent('Teksten er kopiert.')
    expect(await axefunn()).toEqual([])
    await page.getByRole('button', { name: 'Lukk meldingen' }).click()
    await nextTick()
    expect(useToast().aktiv).toBeNull()
  })

  it('en ny melding tar plassen til den forrige', async () => {
    render(ToastHylle, { global: omgivelser().global })
    useToast().vis({ tekst: 'Den første.' })
    useToast().vis({ tekst: 'Den andre.' })
    await expect.element(page.getByText('Den andre.')).toBeVisible()
    await userEvent.tab()
    await expect.element(page.getByRole('button', { name: 'Lukk meldingen' })).toHaveFocus()
  })
})
