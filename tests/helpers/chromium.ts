import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'
import { packagedChromium } from '#tests/helpers/packaged_chromium'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of a desktop on this machine, which has a window system's features, too; undefined where there is none. */
export const installedChromium = () =>
  process.env.CHROMIUM_PATH ?? INSTALLED.find((path) => existsSync(path))

/** The one that the environment names, else the one that npm brought, else, where that does not run, an installed one. */
function executable() {
  const isPackaged = process.platform === 'linux' && process.arch === 'x64'
  if (isPackaged && !process.env.CHROMIUM_PATH) return packagedChromium()
  const installed = installedChromium()
  if (!installed) throw new Error('No Chromium found: name one in CHROMIUM_PATH')
  return installed
}

/** Starts a real Chromium. */
export async function launchChromium(options: LaunchOptions = {}) {
  return chromium.launch({
    ...options,
    executablePath: options.executablePath ?? executable(),
    args: [...ARGUMENTS, ...(options.args ?? [])],
  })
}
