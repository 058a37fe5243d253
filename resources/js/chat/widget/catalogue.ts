import type { Catalogue } from '../../../../app/chat/texts/catalogue.js'

/** The frame's page carries the texts as a data block: a list, for the build numbers the keys. */
const widget = JSON.parse(document.getElementById('chat-texts')!.textContent!)
const carried: Catalogue = { locale: document.documentElement.lang, messages: { widget } }

/** The texts of this page. */
export const catalogue = () => carried
