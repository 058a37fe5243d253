import { minify } from 'terser'
import type { Plugin } from 'vite'
import { SMALLEST } from './smallest.js'

/** Minifies the loader a second time: every page of every website pays for it. */
export const smallestLoader: Plugin = {
  name: 'chat:smallest-loader',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      const { code } = await minify(chunk.code, SMALLEST)
      chunk.code = code!
    }
  },
}
