/** Under what the browser remembers who is logged in: for what runs before the rest of the app is read in. */
export const BRUKER = 'heltidshjulet.bruker'
