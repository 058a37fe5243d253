import { Patience } from '../shared/patience.js'

/** The patience of everything on the page that only reads, in whichever of its scripts. */
export const patience = new Patience()
