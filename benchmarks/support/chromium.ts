/** The browser that the tests use, too. */
export { launchChromium } from '../../tests/helpers/chromium.js'
