import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { aapne, erLagretForFrakoblet, felt, knapp, loggInn, ser, serIkke, synkmerke } from './support/app.ts'
import { axefunn } from './support/axe.ts'
import { launchBrowser, newDevice, SIZES } from './support/browser.ts'
import { startServer, type Server } from './support/server.ts'

/** TØRN from the wall of notes to the list on the duty room's wall, without a network; and the approval that medicines need. */

let server: Server
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

test('to nettbrett kartlegger med lapper uten nett, og listen til vaktrommet har det begge skrev', async () => {
  const [ene, andre] = [
    await newDevice(browser, { viewport: SIZES.nettbrett }),
    await newDevice(browser, { viewport: SIZES.nettbrett }),
  ]
  const hennes = await loggInn(ene, server, 'avdelingsleder Bondihagen')
  const prosjekt = await loggInn(andre, server, 'prosjektleder')
  for (const [enhet, side] of [
    [ene, hennes],
    [andre, prosjekt],
  ] as const) {
    await erLagretForFrakoblet(side)
    await aapne(side, server, '/toern?enhet=bondihagen')
    await enhet.setOffline(true)
    await ser(synkmerke(side, /^Frakoblet/))
    await knapp(side, 'Lapper').click()
  }

  await hennes.getByRole('radio', { name: 'Assistent' }).check({ force: true })
  await knapp(hennes, 'Kveld').click()
  for (const tekst of ['Eksempel: ta på klær', 'Eksempel: vaske hår']) {
    await felt(hennes, 'Ny lapp').fill(tekst)
    await felt(hennes, 'Ny lapp').press('Enter')
    await ser(hennes.getByText(`«${tekst}» er lagt til.`))
    // The keyboard stays: the next note is typed at once.
    expect(await felt(hennes, 'Ny lapp').evaluate((f) => f === document.activeElement)).toBe(true)
    expect(await felt(hennes, 'Ny lapp').inputValue()).toBe('')
  }
  await ser(hennes.getByRole('link', { name: /^Eksempel: ta på klær.*Assistent$/ }))
  expect(await axefunn(hennes)).toEqual([])

  await felt(prosjekt, 'Ny lapp').fill('Eksempel: følge til frisør')
  await knapp(prosjekt, 'Legg til').click()
  await ser(prosjekt.getByText('«Eksempel: følge til frisør» er lagt til.'))

  await ene.setOffline(false)
  await andre.setOffline(false)
  await ser(hennes.getByRole('link', { name: /^Eksempel: følge til frisør.*sykepleier$/ }))
  await ene.setOffline(true)
  await ser(synkmerke(hennes, /^Frakoblet/))
  await hennes.getByRole('link', { name: 'Liste til vaktrommet' }).click()
  await ser(hennes.getByRole('heading', { level: 1, name: /^Hvem gjør hva fra mandag/ }))
  await felt(hennes, 'Gjelder fra').fill('2027-01-04')
  await ser(hennes.getByRole('heading', { level: 1, name: 'Hvem gjør hva fra mandag 4. januar 2027' }))
  const kveld = hennes.getByRole('region', { name: 'kveld' })
  await ser(kveld.getByText('Eksempel: vaske hår'))
  await ser(hennes.getByRole('region', { name: 'dag' }).getByText('Eksempel: følge til frisør'))
  await serIkke(kveld.getByText('Eksempel: følge til frisør'))
  expect(await axefunn(hennes)).toEqual([])
  await ene.close()
  await andre.close()
})

test('legemidler innføres først når det står hva slags godkjenning som er gitt', async () => {
  const enhet = await newDevice(browser)
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, '/toern')
  const rad = side.getByRole('combobox', { name: 'Dele ut legemidler fra multidose' })
  await rad.selectOption({ label: 'innført' })
  await ser(side.getByText(/^Legemidler og oppgaver merket rødt kan ikke innføres/).first())
  const skjema = side.getByRole('dialog', { name: 'Endre oppgaven' })
  await felt(skjema, 'Status').selectOption({ label: 'innført' })
  await knapp(skjema, 'Lagre').click()
  await ser(skjema.getByText(/^Legemidler og oppgaver merket rødt kan ikke innføres/))
  expect(await axefunn(side)).toEqual([])
  await felt(skjema, 'Godkjenning').selectOption({ index: 1 })
  await felt(skjema, 'Opplæring gjennomført').fill('2026-11-02')
  await felt(skjema, 'Forsvarlighet').selectOption({ label: 'Gul: krever opplæring og oppfølging' })
  await knapp(skjema, 'Lagre').click()
  await ser(side.getByText('Oppgaven er endret.'))
  await ser(side.locator('dd', { hasText: 'Personlig fullmakt fra virksomhetsleder' }))
  await ser(side.locator('dd', { hasText: '2. november 2026' }))
  expect(await axefunn(side)).toEqual([])
  await enhet.close()
})

test('flere yrker deler en oppgave: skjema, liste, matrise og vaktromsliste følger', async () => {
  const enhet = await newDevice(browser, { viewport: SIZES.nettbrett })
  const side = await loggInn(enhet, server, 'avdelingsleder Bondihagen')
  await aapne(side, server, '/toern')
  await side.getByRole('link', { name: 'Skaffe vikar ved fravær' }).click()
  await knapp(side, 'Endre').click()
  const skjema = side.getByRole('dialog', { name: 'Endre oppgaven' })
  const deles = skjema.getByRole('group', { name: 'Deles med' })
  expect(await deles.getByRole('checkbox').count()).toBe(4)
  await deles.getByRole('checkbox', { name: 'Assistent' }).check()
  await felt(skjema, 'Status').selectOption({ label: 'prøves ut' })
  expect(await axefunn(side)).toEqual([])
  await knapp(skjema, 'Lagre').click()
  await ser(side.getByText('Oppgaven er endret.'))
  await ser(side.locator('dd', { hasText: /Bemanningskontor 158 min\/uke.*Assistent 157 min\/uke/ }))
  expect(await axefunn(side)).toEqual([])

  await side.getByRole('link', { name: 'Alle oppgaver' }).click()
  const rad = side.getByRole('listitem').filter({ hasText: 'Skaffe vikar ved fravær' })
  await ser(rad.getByText('Fra Vernepleier og sykepleier til Bemanningskontor og assistent'))
  await ser(side.getByRole('heading', { name: '37,6 timer i uken kan flyttes' }))
  await knapp(side, 'Matrise').click()
  const matriserad = side.getByRole('row', { name: /^Skaffe vikar ved fravær/ })
  expect(await matriserad.getByRole('cell').allTextContents()).toEqual(['i dag', '', 'mål', '', 'mål'])
  expect(await axefunn(side)).toEqual([])
  await side.getByRole('link', { name: 'Liste til vaktrommet' }).click()
  await ser(side.getByText(/sammen med bemanningskontor/).first())
  await ser(side.getByText(/sammen med assistent/).first())
  await enhet.close()
})

test('en liste fra Excel hentes uten nett: det som ikke kan leses, sies med rad, og bare det som velges, kommer inn', async () => {
  const enhet = await newDevice(browser, { acceptDownloads: true })
  const side = await loggInn(enhet, server, 'avdelingsleder Hurum')
  await erLagretForFrakoblet(side)
  await aapne(side, server, '/toern')
  const ned = side.waitForEvent('download')
  await knapp(side, 'Last ned CSV').click()
  const csv = readFileSync(await (await ned).path(), 'utf8')
  expect(csv).toContain('Oppgave;Kategori;Gjør i dag;Bør gjøre')

  await enhet.setOffline(true)
  await ser(synkmerke(side, /^Frakoblet/))
  const bok = side.waitForEvent('download')
  await knapp(side, 'Last ned Excel').click()
  expect((await bok).suggestedFilename()).toBe('toern-hurum.xlsx')
  const excel = readFileSync(await (await bok).path())

  await knapp(side, 'Hent fra Excel').click()
  const ark = side.getByRole('dialog', { name: 'Hent fra Excel' })
  // Its own list out and in again is nothing new.
  await ark.locator('input[type=file]').setInputFiles({ name: 'toern-hurum.xlsx', mimeType: '', buffer: excel })
  await ser(ark.getByText(/oppgaver er lest\.$/))
  await ser(ark.getByText('Alle oppgavene herfra står allerede i listen deres.'))
  await ark.locator('input[type=file]').setInputFiles({
    name: 'oppgaver.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${csv}Eksempel: vanne blomster;;Assistent;;;;5;Hver dag\r\nEksempel: gal;;Romvesen;;;;5;\r\n`),
  })
  await ser(ark.getByText(/«Eksempel: gal»: Velg hvem som gjør oppgaven i dag/))
  expect(await axefunn(side)).toEqual([])
  // What the unit has already is not proposed again.
  await ark.getByRole('checkbox').first().check()
  expect(await ark.getByRole('checkbox').count()).toBe(1)
  await knapp(ark, 'Legg til 1 oppgave').click()
  await ser(side.getByText('1 oppgave er lagt til.'))
  await ser(side.getByRole('link', { name: 'Eksempel: vanne blomster' }))
  await enhet.close()
})
