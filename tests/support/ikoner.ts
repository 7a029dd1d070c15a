import ikoner from '../../src/app/ui/ikoner.svg?raw'

/** The icons, which index.html brings along in the app. */
document.body.insertAdjacentHTML('beforeend', ikoner)
