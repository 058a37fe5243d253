/// <reference lib="dom" />
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

test.group('A visitor on a slow line', () => {
  test('sees a header in the widget’s colour and what is to come within 100 ms of the click', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ primaryColor: '#0a7d32' })
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    const { page } = visitor
    const network = await browserContext.newCDPSession(page)
    const throughput = 50 * 1024
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })

    // Measured in the page: from the event to the frame of the browser that has drawn what it caused
    const drawn = page.evaluate(
      () =>
        new Promise<{ ms: number; header: string; isReady: boolean; welcome: string }>(
          (resolve) => {
            const { shadowRoot } = document.querySelector('crm-chat')!
            const look = ({ timeStamp }: Event) =>
              requestAnimationFrame(() =>
                setTimeout(() => {
                  const panel = shadowRoot!.querySelector('.panel')!
                  const header = getComputedStyle(panel, '::before')
                  const isShown = getComputedStyle(panel).visibility === 'visible'
                  resolve({
                    ms: performance.now() - timeStamp,
                    header: isShown ? header.backgroundColor : 'hidden',
                    isReady: document.querySelector('crm-chat')!.classList.contains('ready'),
                    welcome: header.boxShadow,
                  })
                })
              )
            shadowRoot!.querySelector('.launcher')!.addEventListener('click', look, { once: true })
          }
        )
    )
    await visitor.launcher.click()
    const { ms, header, isReady, welcome } = await drawn
    assert.isBelow(ms, 100)
    assert.equal(header, 'rgb(10, 125, 50)')
    assert.isFalse(isReady)
    assert.include(welcome, 'rgba(136, 136, 136')

    await visitor.composer.waitFor()
    await visitor.write('Slow, but here')
    await visitor.state('Sent')
  }).retry(2)
})
