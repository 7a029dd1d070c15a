/** Which pictures `npm run screens` takes. */

/**
 * @typedef {{ role: 'button' | 'link' | 'checkbox', name: string | RegExp }} Press
 * @typedef {object} Screen
 * @property {string} name
 * @property {string | ((page: import('playwright').Page, address: string) => Promise<string>)} path
 * @property {readonly string[]} roles who it is looked at as; `ingen` is nobody
 * @property {readonly Press[]} [press] what is pressed before the picture
 * @property {boolean} [print]
 * @property {boolean} [offline]
 *
 * @typedef {Omit<Screen, 'roles'> & { role: string, size: string, scheme: 'light' | 'dark', file: string }} Picture
 */

/** @type {Record<string, { width: number, height: number }>} */
export const sizes = {
  mobil: { width: 390, height: 844 },
  nettbrett: { width: 820, height: 1180 },
  pc: { width: 1280, height: 800 },
}

const prosjektleder = 'prosjektleder'
const virksomhetsleder = 'virksomhetsleder TPF 1'
const bondihagen = 'avdelingsleder Bondihagen'
const tillitsvalgt = 'tillitsvalgt Bondihagen'
const leser = 'leser'
const ingen = 'ingen'

export const roles = [ingen, prosjektleder, virksomhetsleder, bondihagen, tillitsvalgt, leser]

/**
 * The address of the first link on a list that leads to one of its entries.
 * @param {string} list
 * @param {string} entry
 * @returns {Screen['path']}
 */
const firstOf = (list, entry) => async (page, address) => {
  await page.goto(address + list)
  const link = page.locator(`main a[href^="${entry}"]`).first()
  await link.waitFor()
  return (await link.getAttribute('href')) ?? list
}

/**
 * The address of an advertised position that is made for the picture; the demo has none.
 * @param {string} [query]
 * @returns {Screen['path']}
 */
const newPosition =
  (query = '') =>
  async (page, address) => {
    await page.goto(`${address}/utlysninger?enhet=bondihagen&ny=1`)
    const field = (/** @type {string} */ name) => page.getByLabel(name, { exact: true })
    await field('Stilling').fill('Helsefagarbeider, natt')
    await field('Stillingsprosent').fill('60')
    await field('Nattevakter').check()
    await field('Begrunnelse').fill('Nattevakten er alene tre netter i uken. Resten av nettene er dekket.')
    await field('Kombistilling med en annen enhet').check()
    await field('Fortrinnsrett for deltidsansatte (§ 14-3)').selectOption('ingen')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    const link = page.locator('main a[href^="/utlysninger/"]').first()
    await link.waitFor()
    return `${(await link.getAttribute('href')) ?? '/utlysninger'}${query}`
  }

/** @type {readonly Screen[]} */
export const screens = [
  { name: 'logginn', path: '/logginn', roles: [ingen] },
  { name: 'finnes-ikke', path: '/finnes/ikke', roles: [ingen] },
  { name: 'oversikt', path: '/', roles: [prosjektleder, virksomhetsleder, bondihagen, tillitsvalgt, leser] },
  { name: 'oversikt-frakoblet', path: '/', roles: [bondihagen], offline: true },
  { name: 'enhet', path: '/enhet/bondihagen', roles: [prosjektleder, bondihagen] },
  { name: 'aarshjul', path: '/aarshjul', roles: [prosjektleder, bondihagen] },
  { name: 'aarshjul-2024', path: '/aarshjul/2024', roles: [prosjektleder] },
  { name: 'aarshjul-2025', path: '/aarshjul/2025', roles: [prosjektleder] },
  { name: 'aarshjul-to-aar', path: '/aarshjul/2025?ved=2024&kvartal=1', roles: [prosjektleder] },
  { name: 'aarshjul-utskrift', path: '/aarshjul/2025/utskrift', roles: [prosjektleder], print: true },
  { name: 'aktiviteter', path: '/aktiviteter', roles: [prosjektleder, bondihagen, tillitsvalgt] },
  { name: 'aktivitetsbrett', path: '/aktiviteter?visning=brett', roles: [prosjektleder, bondihagen, tillitsvalgt] },
  {
    name: 'aktivitet-ny',
    path: '/aktiviteter',
    roles: [bondihagen],
    press: [{ role: 'button', name: 'Ny aktivitet' }],
  },
  { name: 'aktivitet', path: firstOf('/aktiviteter', '/aktiviteter/'), roles: [bondihagen, tillitsvalgt] },
  { name: 'toern', path: '/toern', roles: [bondihagen, tillitsvalgt, prosjektleder] },
  { name: 'toern-matrise', path: '/toern', roles: [bondihagen], press: [{ role: 'button', name: 'Matrise' }] },
  { name: 'toern-lapper', path: '/toern', roles: [bondihagen], press: [{ role: 'button', name: 'Lapper' }] },
  { name: 'vaktromsliste', path: '/toern/utskrift?enhet=bondihagen', roles: [bondihagen], print: true },
  { name: 'toernoppgave', path: firstOf('/toern', '/toern/'), roles: [bondihagen] },
  { name: 'maalinger', path: '/maalinger', roles: [prosjektleder, bondihagen, leser] },
  { name: 'registrer-maaling', path: '/maalinger/ny', roles: [bondihagen] },
  { name: 'importer-stillinger', path: '/maalinger/importer', roles: [bondihagen] },
  { name: 'sammenlign', path: '/sammenlign', roles: [prosjektleder, virksomhetsleder, leser] },
  { name: 'kalkulator', path: '/kalkulator?enhet=bondihagen', roles: [bondihagen, prosjektleder] },
  { name: 'utlysninger', path: '/utlysninger?enhet=bondihagen', roles: [bondihagen, prosjektleder] },
  { name: 'utlysning', path: newPosition(), roles: [bondihagen] },
  { name: 'utlysning-endre', path: newPosition('?endre=1'), roles: [bondihagen] },
  { name: 'utlysning-utskrift', path: newPosition(), roles: [bondihagen], print: true },
  { name: 'piloter', path: '/piloter', roles: [prosjektleder] },
  { name: 'veien', path: '/enhet/bondihagen/veien', roles: [bondihagen, prosjektleder] },
  { name: 'utproevinger', path: '/utproevinger?enhet=bondihagen', roles: [bondihagen, prosjektleder] },
  { name: 'hva-skal-til', path: '/hva-skal-til?enhet=bondihagen', roles: [bondihagen, prosjektleder] },
  { name: 'kickoffer', path: '/kickoff?enhet=bondihagen', roles: [bondihagen, tillitsvalgt] },
  { name: 'rapporter', path: '/rapporter', roles: [prosjektleder, leser] },
  { name: 'aarsrapport', path: '/rapporter/aarsrapport?aar=2026', roles: [prosjektleder] },
  { name: 'status-mbm', path: '/rapporter/mbm?enhet=bondihagen', roles: [bondihagen, tillitsvalgt] },
  { name: 'status-mbm-utskrift', path: '/rapporter/mbm?enhet=bondihagen', roles: [bondihagen], print: true },
  { name: 'likestilling', path: '/rapporter/likestilling?aar=2023', roles: [prosjektleder, leser] },
  { name: 'heltidspotten', path: '/rapporter/heltidspotten?aar=2024', roles: [prosjektleder] },
  { name: 'maal', path: '/maal', roles: [prosjektleder, leser] },
  { name: 'paaminnelser', path: '/paaminnelser', roles: [prosjektleder, bondihagen] },
  { name: 'mer', path: '/mer', roles: [prosjektleder, leser] },
  { name: 'synkronisering', path: '/synkronisering', roles: [bondihagen] },
  { name: 'overlever', path: '/synkronisering/overlever', roles: [bondihagen] },
  { name: 'motta', path: '/synkronisering/motta', roles: [bondihagen] },
  { name: 'administrasjon', path: '/administrasjon', roles: [prosjektleder] },
  { name: 'personvern', path: '/personvern', roles: [leser] },
  { name: 'tilgjengelighet', path: '/tilgjengelighet', roles: [leser] },
  { name: 'om', path: '/om', roles: [leser] },
]

/** @type {readonly Picture[]} */
export const docsPictures = [
  { file: 'oversikt-avdeling', role: bondihagen, path: '/', size: 'nettbrett', scheme: 'light', name: 'oversikt' },
  { file: 'oversikt-mobil', role: bondihagen, path: '/', size: 'mobil', scheme: 'light', name: 'oversikt' },
  { file: 'oversikt-moerk', role: bondihagen, path: '/', size: 'nettbrett', scheme: 'dark', name: 'oversikt' },
  { file: 'oversikt-prosjekt', role: prosjektleder, path: '/', size: 'pc', scheme: 'light', name: 'oversikt' },
  { file: 'aarshjul', role: prosjektleder, path: '/aarshjul', size: 'pc', scheme: 'light', name: 'aarshjul' },
  { file: 'aarshjul-mobil', role: bondihagen, path: '/aarshjul', size: 'mobil', scheme: 'light', name: 'aarshjul' },
  {
    file: 'aktiviteter',
    role: bondihagen,
    path: '/aktiviteter',
    size: 'nettbrett',
    scheme: 'light',
    name: 'aktiviteter',
  },
  {
    file: 'kalkulator',
    role: bondihagen,
    path: '/kalkulator?enhet=bondihagen',
    size: 'nettbrett',
    scheme: 'light',
    name: 'kalkulator',
  },
  { file: 'toern', role: bondihagen, path: '/toern', size: 'nettbrett', scheme: 'light', name: 'toern' },
  {
    file: 'registrer-maaling',
    role: bondihagen,
    path: '/maalinger/ny',
    size: 'mobil',
    scheme: 'light',
    name: 'maaling',
  },
  {
    file: 'synkronisering',
    role: bondihagen,
    path: '/synkronisering',
    size: 'nettbrett',
    scheme: 'light',
    name: 'synkronisering',
  },
  {
    file: 'administrasjon',
    role: prosjektleder,
    path: '/administrasjon',
    size: 'pc',
    scheme: 'light',
    name: 'administrasjon',
  },
  {
    file: 'oversikt-tillitsvalgt',
    role: tillitsvalgt,
    path: '/',
    size: 'mobil',
    scheme: 'light',
    name: 'oversikt',
  },
]
