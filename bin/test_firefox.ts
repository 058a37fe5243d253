import { testIn } from './test/other_browser.js'

/** Plays the story, two network faults and the shift in Firefox, where Debian's is installed. */
testIn({
  browser: 'firefox',
  needs: [process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'],
  suite: 'browser',
  choice: ['--tags=@firefox'],
})
