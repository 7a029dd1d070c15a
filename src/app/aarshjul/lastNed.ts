/** Hands a text over as a file. Works without a network. */
export function lastNed(navn: string, type: string, innhold: string): void {
  const adresse = URL.createObjectURL(new Blob([innhold], { type }))
  const lenke = Object.assign(document.createElement('a'), { href: adresse, download: navn })
  document.body.append(lenke)
  lenke.click()
  lenke.remove()
  setTimeout(() => URL.revokeObjectURL(adresse), 10_000)
}
