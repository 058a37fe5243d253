import { testIn } from './test/other_browser.js'

/** Tries both sides in WebKitGTK, where its driver and a virtual display are installed. */
testIn({
  browser: 'webkit',
  needs: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'],
  suite: 'webkit',
  choice: [],
})
