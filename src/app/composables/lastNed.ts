/** Hands something over as a file among the downloads. Works without a network. */
export function lastNed(navn: string, innhold: Blob): void {
  const adresse = URL.createObjectURL(innhold)
  const lenke = Object.assign(document.createElement('a'), { href: adresse, download: navn })
  document.body.append(lenke)
  lenke.click()
  lenke.remove()
  setTimeout(() => URL.revokeObjectURL(adresse), 10_000)
}
