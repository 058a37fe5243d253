import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const LOCALE = fileURLToPath(new URL('../shared/locale.ts', import.meta.url))
const FORMATTER = 'new Intl.NumberFormat(domEnv ? nav.language :'

/**
 * uPlot makes a number format from `navigator.language` while it loads, and throws where that is no language tag;
 * it has no option for it. It gets the page's locale instead. A version without that line ends the build.
 */
export const uplotLocale: Plugin = {
  name: 'chat:uplot-locale',
  transform(code, id) {
    if (!id.endsWith('/uPlot.esm.js')) return null
    if (!code.includes(FORMATTER)) throw new Error('uPlot takes its locale elsewhere now')
    const patched = code.replace(FORMATTER, FORMATTER.replace('nav.language', 'pageLocale'))
    return {
      code: `import { locale as pageLocale } from ${JSON.stringify(LOCALE)}\n${patched}`,
      map: null,
    }
  },
}
