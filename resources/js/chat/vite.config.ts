import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { precompressed } from './build/precompressed.js'
import { uplotLocale } from './build/uplot_locale.js'
import { oldestBrowsers } from './build/oldest_browsers.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const entries = ['widget', 'inbox', 'agent', 'dashboard', 'settings'].filter((name) =>
  existsSync(here(`./${name}/main.ts`))
)

/** One plain script for other people's pages, served under a fixed name. */
const loader: UserConfig['build'] = {
  lib: {
    entry: here('./loader/main.ts'),
    formats: ['iife'],
    name: 'CrmChatLoader',
    fileName: () => 'loader.js',
  },
}

/** What the CRM's own pages load, under hashed names. */
const app: UserConfig['build'] = {
  manifest: 'manifest.json',
  modulePreload: false,
  cssCodeSplit: true,
  rolldownOptions: {
    // Compressing takes most of the build's time, and is meant to
    checks: { pluginTimings: false },
    input: Object.fromEntries(entries.map((name) => [name, here(`./${name}/main.ts`)])),
    output: {
      entryFileNames: 'assets/[name]-[hash].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
    },
  },
}

/**
 * The widget has its own copy of what it shares with the CRM's pages: a visitor loads one script, not a chain of
 * chunks that exist for the agents' sake.
 */
const ownCopyForWidget: Plugin = {
  name: 'chat:own-copy-for-widget',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer || !/\/chat\/widget\/|\?widget$/.test(importer)) return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    return found && /\/js\/chat\/.+\.ts$/.test(found.id) ? `${found.id}?widget` : found
  },
}

/** `--mode loader` and `--mode app` build into the same folder and leave each other's files alone. */
export default defineConfig(({ mode }) => ({
  root: here('../../..'),
  base: '/chat-assets/',
  publicDir: false,
  plugins: mode === 'loader' ? [] : [ownCopyForWidget, uplotLocale, precompressed],
  logLevel: 'warn',
  build: {
    outDir: here('../../../build/chat'),
    emptyOutDir: false,
    target: oldestBrowsers(),
    sourcemap: false,
    reportCompressedSize: false,
    ...(mode === 'loader' ? loader : app),
  },
}))
