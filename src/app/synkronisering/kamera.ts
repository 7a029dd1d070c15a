/** The camera, and what it sees as text. */

/** Texts of the QR codes in a picture; none where there is none. */
export type Leser = (video: HTMLVideoElement) => Promise<string[]>

interface Detektor {
  detect(kilde: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
interface Detektorklasse {
  new (valg: { formats: string[] }): Detektor
  getSupportedFormats(): Promise<string[]>
}

/** Opens the camera that looks away from the person. Rejects as `getUserMedia` does. */
export function aapneKamera(): Promise<MediaStream> {
  const enheter = (navigator as Partial<Navigator>).mediaDevices
  if (!enheter) return Promise.reject(new DOMException('no camera here', 'NotFoundError'))
  return enheter.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  })
}

/** What to tell the person when the camera does not open. */
export function kamerafeil(aarsak: unknown): string {
  switch (aarsak instanceof DOMException ? aarsak.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'Nettleseren fikk ikke lov til å bruke kameraet. Gi Heltidshjulet lov i innstillingene til nettleseren, og prøv igjen. Eller ta imot på fil.'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'Fant ikke noe kamera på dette nettbrettet. Ta imot på fil i stedet.'
    default:
      return 'Kameraet lot seg ikke starte. Lukk andre apper som bruker det, og prøv igjen. Eller ta imot på fil.'
  }
}

/** The browser's own reader where it has one, else one that is fetched now. */
export async function lagLeser(): Promise<Leser> {
  const klasse = (globalThis as { BarcodeDetector?: Detektorklasse }).BarcodeDetector
  const egen = await klasse?.getSupportedFormats().then(
    (f) => (f.includes('qr_code') ? new klasse({ formats: ['qr_code'] }) : undefined),
    () => undefined,
  )
  let annen: Leser | undefined
  return async (video) => {
    if (egen && !annen)
      try {
        return (await egen.detect(video)).map((k) => k.rawValue)
      } catch {
        // Some say that they have one, and it fails when it is used.
      }
    annen ??= await hentLeser()
    return annen(video)
  }
}

/** Pixels of the square in the middle of the picture that is looked at: enough for the largest code, and quick on a slow tablet. */
const SIDE = 720

async function hentLeser(): Promise<Leser> {
  const { decodeQR } = await import('qr/decode.js')
  const lerret = document.createElement('canvas')
  const penn = lerret.getContext('2d', { willReadFrequently: true })
  return (video) => {
    const kant = Math.min(video.videoWidth, video.videoHeight)
    if (!penn || kant === 0) return Promise.resolve([])
    const side = Math.min(SIDE, kant)
    if (lerret.width !== side) lerret.width = lerret.height = side
    const [x, y] = [(video.videoWidth - kant) / 2, (video.videoHeight - kant) / 2]
    penn.drawImage(video, x, y, kant, kant, 0, 0, side, side)
    try {
      return Promise.resolve([decodeQR(penn.getImageData(0, 0, side, side))])
    } catch {
      return Promise.resolve([])
    }
  }
}
