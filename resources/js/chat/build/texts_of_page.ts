import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SERVERS = here('../../../../app/chat/texts/catalogue.ts')
const WIDGETS = here('../widget/catalogue.ts')
const PAGES = here('../shared/catalogue.ts')

/** Browsers read the texts that their page brings along, in its language, instead of the server's whole catalogue. */
export const textsOfPage: Plugin = {
  name: 'chat:texts-of-page',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!source.endsWith('/catalogue.js')) return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    if (found?.id !== SERVERS) return found
    return isOfWidget(importer!) ? WIDGETS : PAGES
  },
}

/** Whether a module is the widget's own, or its own copy of what it shares. */
export const isOfWidget = (id: string) => /\/chat\/widget\/|\?(widget|later)$/.test(id)

/** Whether a module is of the part that the frame loads later, which shares no module with the rest of the widget. */
export const isOfLater = (id: string) => /\/widget\/later\.ts$|\?later$/.test(id)

/** Whether a module is of the page behind a link in an email, whose script stands in the page itself. */
export const isOfLink = (id: string) => /\/chat\/link\/|\?link$/.test(id)
