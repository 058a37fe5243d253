import { Patience } from '../shared/patience.js'

/** The timeouts of all requests of the page that only read, shared by its scripts. */
export const patience = new Patience()
