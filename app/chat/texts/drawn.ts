import { catalogue } from './catalogue.js'
import type { drawn } from './en/drawn.js'
import { createTranslator } from './translator.js'

/** Answers the texts that server and browser share. */
export const drawnText = createTranslator<{ drawn: typeof drawn }>(catalogue)
