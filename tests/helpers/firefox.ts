import { fileURLToPath } from 'node:url'
import { firefox, type LaunchOptions } from 'playwright'

const ESR = fileURLToPath(new URL('../firefox/esr.ts', import.meta.url))

/** Starts Debian's Firefox, which Playwright drives by WebDriver BiDi; frames stay in the page's process. */
export function launchFirefox(options: LaunchOptions = {}) {
  return firefox.launch({
    ...options,
    channel: 'moz-firefox',
    executablePath: ESR,
    firefoxUserPrefs: { 'fission.autostart': false },
  })
}
