import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { isOfLink, isOfWidget, partOf, textsOfPage } from './build/texts_of_page.js'
import { numberedTexts } from './build/numbered_texts.js'
import { precompressed } from './build/precompressed.js'
import { smallestLoader } from './build/smallest_loader.js'
import { smallestWidget } from './build/smallest_widget.js'
import { islandStyles } from './build/island_styles.js'
import { ownAlpine } from './build/own_alpine.js'
import { uplotLocale } from './build/uplot_locale.js'
import { oldestBrowsers } from './build/oldest_browsers.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const entries = [
  'widget',
  'inbox',
  'agent',
  'dashboard',
  'settings',
  'shell',
  'link',
  'support',
].filter((name) => existsSync(here(`./${name}/main.ts`)))

/** The scripts with fixed names, of other people's pages and of agents' browsers, by their names: what they begin with, and whether it asks for consent. */
const SCRIPTS: Record<string, { entry: string; asks: boolean }> = {
  loader: { entry: './loader/main.ts', asks: false },
  loader_with_consent: { entry: './loader/main.ts', asks: true },
  proactive: { entry: './proactive/main.ts', asks: false },
  reply_push: { entry: './reply_push/main.ts', asks: false },
  reply_push_worker: { entry: './reply_push_worker/main.ts', asks: false },
  push_worker: { entry: './push_worker/main.ts', asks: false },
}

/** One plain script for other people's pages, served under a fixed name: the mode's. */
const loader = (mode: string): UserConfig['build'] => ({
  // The loader is smaller with `smallestLoader` alone, the second stage is not
  minify: mode === 'proactive',
  cssMinify: 'lightningcss',
  lib: {
    entry: here(SCRIPTS[mode].entry),
    formats: ['iife'],
    name: 'CrmChatLoader',
    fileName: () => `${mode}.js`,
  },
})

/** What the CRM's own pages load, under hashed names. */
const app: UserConfig['build'] = {
  manifest: 'manifest.json',
  modulePreload: false,
  cssCodeSplit: true,
  rolldownOptions: {
    // Compressing takes most of the build's time, and is meant to
    checks: { pluginTimings: false },
    input: {
      ...Object.fromEntries(entries.map((name) => [name, here(`./${name}/main.ts`)])),
      later: here('./widget/later.ts'),
      files: here('./widget/files.ts'),
    },
    // The frame imports what the later parts export
    preserveEntrySignatures: 'exports-only',
    output: {
      entryFileNames: 'assets/[name]-[hash].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
    },
  },
}

/**
 * The scripts of visitors have their own copies of what they share with the CRM's pages and its server: a visitor loads one
 * script, not a chain of chunks that exist for the agents' sake.
 */
const ownCopies: Plugin = {
  name: 'chat:own-copies',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const copy = importer && copyFor(importer)
    if (!copy) return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    return found && /\/(js\/chat|app\/chat\/(support|texts))\/.+\.ts$/.test(found.id)
      ? `${found.id}?${copy}`
      : found
  },
}

function copyFor(importer: string) {
  if (isOfWidget(importer)) return partOf(importer)
  return isOfLink(importer) ? 'link' : null
}

/** `--mode app` and the modes of these scripts build into the same folder and leave each other's files alone. */
export default defineConfig(({ mode }) => ({
  root: here('../../..'),
  // What files name is beside them, whatever the host calls the place
  base: './',
  publicDir: false,
  define: { __CRM_CHAT_CONSENT__: SCRIPTS[mode]?.asks ?? false },
  plugins:
    mode in SCRIPTS
      ? [smallestLoader]
      : [
          ownCopies,
          textsOfPage,
          numberedTexts,
          ownAlpine,
          uplotLocale,
          smallestWidget,
          precompressed,
        ],
  logLevel: 'warn',
  css: { postcss: { plugins: [islandStyles] } },
  build: {
    outDir: here('../../../dist/chat'),
    emptyOutDir: false,
    target: oldestBrowsers(),
    sourcemap: false,
    reportCompressedSize: false,
    ...(mode in SCRIPTS ? loader(mode) : app),
  },
}))
