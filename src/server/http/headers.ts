import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

/** The one page that may use the camera; the app loads it as a document of its own (src/app/kameraside.ts). */
const CAMERA_PAGE = /^\/synkronisering\/motta\/?$/

/** Security headers of every answer; the policy lets nothing in but what the app itself ships. */
export const headers = (https: boolean) => {
  const [usual, withCamera] = [policy(https, []), policy(https, ['self'])]
  return createMiddleware((c, next) => (CAMERA_PAGE.test(c.req.path) ? withCamera : usual)(c, next))
}

const policy = (https: boolean, camera: 'self'[]) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    permissionsPolicy: {
      camera,
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      publickeyCredentialsGet: ['self'],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
  })

/** Answers of the API are for the one who asked, now. */
export const noStore = createMiddleware(async (c, next) => {
  await next()
  c.res.headers.set('cache-control', 'no-store')
})
