/** Keeps the screen from going dark while codes are shown or read, where the browser can. @returns lets it go again */
export function holdVaaken(): () => void {
  const laas = (navigator as Partial<Navigator>).wakeLock?.request('screen').catch(() => null)
  return () => void laas?.then((l) => l?.release())
}
