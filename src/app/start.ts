import { taImotTrykk, visBilde } from './bilde.ts'
import { startUtseende } from './styles/utseende.ts'
import './styles/index.css'

/** The first that runs, and the least: where a picture stands in the page it is painted before the app is read in. */

startUtseende()

const lesInn = () => {
  taImotTrykk()
  void import('./main.ts')
}
// A page that is not shown is never painted.
if (visBilde() && document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(lesInn))
else lesInn()
