/** Light, dark, or as the tablet says. The choice is kept in this browser. */
export const UTSEENDER = ['auto', 'light', 'dark'] as const
export type Utseende = (typeof UTSEENDER)[number]

const NOEKKEL = 'heltidshjulet.utseende'
const moerkt = matchMedia('(prefers-color-scheme: dark)')
const papir = matchMedia('print')

export function lesUtseende(): Utseende {
  const lagret = localStorage.getItem(NOEKKEL)
  return UTSEENDER.find((u) => u === lagret) ?? 'auto'
}

export function settUtseende(utseende: Utseende): void {
  localStorage.setItem(NOEKKEL, utseende)
  bruk()
}

/** Puts the attribute that every colour hangs on, and follows the tablet from then on. Paper is always light. */
export function startUtseende(): void {
  bruk()
  moerkt.addEventListener('change', bruk)
  papir.addEventListener('change', bruk)
}

function bruk(): void {
  const valgt = lesUtseende()
  const dark = !papir.matches && (valgt === 'dark' || (valgt === 'auto' && moerkt.matches))
  document.documentElement.dataset.colorScheme = dark ? 'dark' : 'light'
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? '#0c1518' : '#f3f6f6')
}
