import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from 'playwright'

const INSTALLED = [
  process.env.CHROMIUM_PATH,
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

/** A Chromium of this machine, or else the one that npm brought. */
async function executable() {
  const installed = INSTALLED.find((path) => path && existsSync(path))
  if (installed) return installed
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** Starts a real Chromium. */
export async function launchChromium(options: LaunchOptions = {}) {
  return chromium.launch({
    ...options,
    executablePath: await executable(),
    args: [...ARGUMENTS, ...(options.args ?? [])],
  })
}
