import { minify, type MinifyOptions } from 'terser'
import type { Plugin } from 'vite'
import { SMALLEST } from './smallest.js'

/** Functions stay where they are used: of all settings these compress best. */
const LOADER: MinifyOptions = {
  ...SMALLEST,
  compress: {
    ...(SMALLEST.compress as object),
    sequences: true,
    hoist_funs: false,
    reduce_funcs: false,
  },
}

/** Minifies the loader: every page of every website pays for it. */
export const smallestLoader: Plugin = {
  name: 'chat:smallest-loader',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      const { code } = await minify(chunk.code, LOADER)
      chunk.code = code!
    }
  },
}
