/** «Chrome på Android»: enough to know one's own tablet again in a list. */
export function enhetsnavn(): string {
  const ua = globalThis.navigator?.userAgent ?? ''
  const leser = /Edg\//.test(ua) ? 'Edge' : /Firefox\//.test(ua) ? 'Firefox' : /Chrome\//.test(ua) ? 'Chrome' : /Safari\//.test(ua) ? 'Safari' : 'Nettleser'
  const system = /Android/.test(ua) ? 'Android' : /iPad|iPhone/.test(ua) ? 'iPad eller iPhone' : /Windows/.test(ua) ? 'Windows' : /Mac OS/.test(ua) ? 'Mac' : /Linux/.test(ua) ? 'Linux' : 'ukjent system'
  return `${leser} på ${system}`
}
