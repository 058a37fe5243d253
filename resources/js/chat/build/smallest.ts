import type { MinifyOptions } from 'terser'

/** How Terser minifies what Vite has minified before. Alike statements compress better than few ones. */
export const SMALLEST: MinifyOptions = {
  compress: {
    passes: 3,
    ecma: 2020,
    unsafe_arrows: true,
    pure_getters: true,
    sequences: false,
    hoist_funs: true,
  },
  format: { ecma: 2020 },
}
