import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { oldestBrowsers } from '../chat/build/oldest_browsers.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Builds the CRM's own stylesheet and scripts into `dist/public/crm`, named by their content. */
export default defineConfig({
  root,
  base: '/crm/',
  publicDir: false,
  build: {
    outDir: 'dist/public/crm',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    modulePreload: false,
    target: oldestBrowsers(),
    rolldownOptions: {
      input: ['resources/css/crm/app.css', 'resources/js/crm/app.ts', 'resources/js/crm/theme.ts'],
    },
  },
})
