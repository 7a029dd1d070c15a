import { useSession } from '../stores/session.ts'
import type { Device } from '../../data/device.ts'

/** The logged-in user's device. Only for pages behind the login: throws where nobody is logged in. */
export function useDevice(): Device {
  const { device } = useSession()
  if (device === null) throw new Error('useDevice: no device is open; the route must ask for login')
  return device
}
