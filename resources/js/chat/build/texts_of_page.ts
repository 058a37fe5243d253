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
export const isOfWidget = (id: string) => /\/chat\/widget\/|\?(widget|later|files)$/.test(id)

/** The part of the widget that a module is of: the frame's own, or one that it loads later. Parts share no module. */
export const partOf = (id: string) =>
  /\/widget\/(later|files)\.ts$|\?(later|files)$/.exec(id)?.slice(1).find(Boolean) ?? 'widget'

/** Whether a module is of the page behind a link in an email, whose script stands in the page itself. */
export const isOfLink = (id: string) => /\/chat\/link\/|\?link$/.test(id)
