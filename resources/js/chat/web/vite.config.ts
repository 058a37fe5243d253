import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { oldestBrowsers } from '../build/oldest_browsers.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds `crm-chat-web`, the package for websites that are made with npm. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: here('../../../../build/crm-chat-web'),
    emptyOutDir: true,
    minify: true,
    target: oldestBrowsers(),
    reportCompressedSize: false,
    lib: {
      entry: ['index', 'react', 'vue', 'element'].map((name) => here(`./${name}.ts`)),
      formats: ['es'],
    },
    rolldownOptions: {
      external: ['react', 'vue'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
