/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from 'playwright'
import { test } from '@japa/runner'
import Attachment from '#chat/models/attachment'
import Message from '#chat/models/message'
import { findings } from '#tests/helpers/accessibility'
import { annaAtWork } from '#tests/helpers/anna_at_work'
import { ChatWorld } from '#tests/helpers/chat_world'
import { useS3 } from '#tests/helpers/other_files'
import { HTML, PDF, pngOf } from '#tests/helpers/sample_files'
import type { VisitorPage } from '#tests/helpers/visitor_page'
import { visitorOf } from '#tests/helpers/website_visitor'

const invoice = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: PDF }
const picture = { name: 'bike.png', mimeType: 'image/png', buffer: pngOf(300, 200) }
const page = { name: 'page.html', mimeType: 'text/html', buffer: HTML }

type Chosen = Pick<typeof invoice, 'name' | 'mimeType'> & { buffer: Buffer }

/** Drops or pastes files on an element, as the browser does. */
function give(target: Locator, type: 'drop' | 'paste', name: string) {
  return target.evaluate(
    (element, [event, fileName]) => {
      const data = new DataTransfer()
      data.items.add(new File(['%PDF-1.7'], fileName, { type: 'application/pdf' }))
      const options = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data })
      )
    },
    [type, name] as const
  )
}

/** Chooses files by the button, as people do. */
async function choose({ page: tab, frame }: VisitorPage, files: Chosen | Chosen[]) {
  const chooser = tab.waitForEvent('filechooser')
  await frame.getByRole('button', { name: 'Attach files' }).click()
  await (await chooser).setFiles(files)
}

/** What a tab saves, or one that it has opened. */
const anyDownload = (tab: Page) =>
  new Promise<Download>((resolve) => {
    tab.on('download', resolve)
    tab.context().on('page', (opened) => opened.on('download', resolve))
  })

const filesOf = ({ tenantId }: ChatWorld) => Attachment.query().where('tenant_id', tenantId)

test.group('Files in the browser (W19)', () => {
  test('go both ways, shown to one side as to the other', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const { world, agent } = await annaAtWork({ browser, cleanup })
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    const { frame } = visitor
    await choose(visitor, [picture, invoice])
    await frame.locator('.tray li').nth(1).waitFor()
    assert.deepEqual(await findings(visitor.page, { within: 'crm-chat' }), [])
    await frame.locator('.tray progress').last().waitFor({ state: 'hidden' })
    await visitor.composer.fill('My bike and the invoice')
    await frame.getByRole('button', { name: 'Send message' }).click()
    await visitor.state('Sent')
    await frame.locator('.picture img[src^=blob]').waitFor()
    assert.isFalse(await frame.locator('.tray').isVisible())

    await agent.openInbox()
    await agent.page.locator('[data-region="rows"] .chat-row').first().getByRole('link').click()
    await agent.shows(['My bike and the invoice'])
    const image = agent.thread.getByRole('img', { name: 'bike.png' })
    await image.scrollIntoViewIfNeeded()
    await agent.page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.chat-file img')!.naturalWidth > 0
    )
    const saved = agent.page.waitForEvent('download')
    await agent.thread.getByRole('link', { name: 'invoice.pdf' }).click()
    assert.isTrue(readFileSync(await (await saved).path()).equals(PDF))

    await agent.page.locator('.chat-composer input[type=file]').setInputFiles(invoice)
    await agent.page.locator('.chat-files__state', { hasText: 'byte' }).waitFor()
    assert.deepEqual(await findings(agent.page, { within: '.chat-composer' }), [])
    await agent.page.getByRole('button', { name: 'Send', exact: true }).click()
    await agent.thread.locator('.chat-message--own .chat-file').waitFor()
    await frame.locator('.bubble.theirs .file').waitFor()
    const got = visitor.page.waitForEvent('download')
    await frame.locator('.bubble.theirs .file').click()
    assert.equal((await got).suggestedFilename(), 'invoice.pdf')

    await visitor.page.reload()
    await frame.locator('.bubble.theirs .file').waitFor()
    await frame.locator('.picture img[src^=blob]').waitFor()
    const messages = await Message.query().where({ tenant_id: world.tenantId, type: 'file' })
    assert.lengthOf(messages, 2)
  })

  test('are uploaded again after a failure, and are one file', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    const { frame } = visitor
    let isLost = true
    await browserContext.route(/\/files\?/, async (route) => {
      if (!isLost) return route.continue()
      // The server has it, and its answer is lost
      await route.fetch()
      await route.abort()
    })
    await choose(visitor, invoice)
    await frame.locator('.tray .failed').waitFor()
    const send = frame.getByRole('button', { name: 'Send message' })
    assert.isTrue(await send.isDisabled())
    isLost = false
    await frame.getByRole('button', { name: 'Retry: invoice.pdf' }).click()
    await frame.locator('.tray .failed').waitFor({ state: 'detached' })
    await frame.locator('.tray progress').waitFor({ state: 'hidden' })
    await send.click()
    await visitor.state('Sent')
    assert.lengthOf(await filesOf(world), 1)
  })

  test('are taken off before and after their upload, and stay over a reload', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    const { frame } = visitor
    let goOn = () => {}
    await browserContext.route(/\/files\?/, async (route) => {
      await new Promise<void>((resolve) => (goOn = resolve))
      await route.continue().catch(() => {})
    })
    await choose(visitor, invoice)
    await frame.getByRole('button', { name: 'Delete: invoice.pdf' }).click()
    await frame.locator('.tray li').waitFor({ state: 'detached' })
    goOn()
    await browserContext.unroute(/\/files\?/)

    await give(visitor.composer, 'paste', 'pasted.pdf')
    await give(frame.locator('main'), 'drop', 'dropped.pdf')
    await frame.locator('.tray li', { hasText: 'byte' }).nth(1).waitFor()
    await visitor.page.reload()
    await frame.locator('.tray li', { hasText: 'pasted.pdf' }).waitFor()
    await frame.getByRole('button', { name: 'Delete: pasted.pdf' }).click()
    await frame.getByRole('button', { name: 'Send message' }).click()
    await visitor.state('Sent')
    await frame.locator('.own .file', { hasText: 'dropped.pdf' }).waitFor()
    const sent = (await filesOf(world)).filter(({ messageId }) => messageId !== null)
    assert.deepEqual(
      sent.map(({ name }) => name),
      ['dropped.pdf']
    )
  })

  test('are refused in words, and can be taken off', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const { world, agent } = await annaAtWork({ browser, cleanup })
    await world.chat.widgets.update(world.widget, { maxFileMegabytes: 1 }, null)
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    const { frame } = visitor
    const large = { ...invoice, name: 'large.pdf', buffer: Buffer.alloc(1024 * 1024 + 1) }
    await choose(visitor, [page, large])
    await frame.getByText('This type of file can’t be sent').waitFor()
    await frame.getByText('This file is larger than 1 MB').waitFor()
    assert.isTrue(await frame.getByRole('button', { name: 'Send message' }).isDisabled())
    await frame.getByRole('button', { name: 'Delete: page.html' }).click()
    await frame.getByRole('button', { name: 'Delete: large.pdf' }).click()
    await visitor.write('Hello')
    await visitor.state('Sent')

    await agent.openInbox()
    await agent.page.locator('[data-region="rows"] .chat-row').first().getByRole('link').click()
    await agent.thread.waitFor()
    await give(agent.composer, 'paste', 'pasted.pdf')
    await agent.page.locator('.chat-composer input[type=file]').setInputFiles(page)
    await agent.page.getByText('This type of file can’t be sent').waitFor()
    await agent.page.getByRole('button', { name: 'Remove page.html' }).click()
    await agent.composer.press('Enter')
    await agent.thread.getByRole('link', { name: 'pasted.pdf' }).waitFor()
    await frame.locator('.bubble.theirs .file', { hasText: 'pasted.pdf' }).waitFor()
  })

  test('are saved from the bucket that they are kept in, on both sides', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const { options, bucket } = await useS3(cleanup, { signedSeconds: 60 })
    const { world, agent } = await annaAtWork({ browser, cleanup })
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    await choose(visitor, [picture, invoice])
    await visitor.frame.locator('.tray li').nth(1).waitFor()
    await visitor.frame.locator('.tray progress').last().waitFor({ state: 'hidden' })
    await visitor.write('Here they are')
    await visitor.state('Sent')
    await visitor.frame.locator('.picture img[src^=blob]').waitFor()
    await agent.openInbox()
    await agent.rows.first().getByRole('link').click()
    const links = {
      visitor: visitor.frame.locator('.own .file'),
      agent: agent.thread.getByRole('link', { name: 'invoice.pdf' }),
    }
    for (const [tab, link] of [
      [visitor.page, links.visitor],
      [agent.page, links.agent],
    ] as const) {
      const download = visitor.page === tab ? anyDownload(tab) : tab.waitForEvent('download')
      await link.click()
      const saved = await download
      assert.isTrue(saved.url().startsWith(options.endpoint), saved.url())
      assert.equal(saved.suggestedFilename(), 'invoice.pdf')
      assert.isTrue(readFileSync(await saved.path()).equals(PDF))
    }
    assert.lengthOf(bucket.keys, 3)
  })

  test('may come from the camera of a phone', async ({ assert, browser, cleanup }) => {
    const world = await ChatWorld.create({ fileTypes: ['pictures'] })
    const accepted = async (userAgent?: string) => {
      const context = await browser.newContext({ userAgent, hasTouch: true })
      cleanup(() => context.close())
      const { visitor } = await visitorOf(world, context, cleanup)
      const chooser = visitor.page.waitForEvent('filechooser')
      await visitor.frame.getByRole('button', { name: 'Attach files' }).click()
      return (await (await chooser).element().getAttribute('accept'))!.split(',')
    }
    const iphone = await accepted(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'
    )
    assert.includeMembers(iphone, ['.jpg', 'image/jpeg', 'image/png'])
    assert.notInclude(iphone, 'android/allowCamera')
    const android = await accepted(
      'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
    )
    assert.includeMembers(android, ['.jpg', 'image/jpeg', 'android/allowCamera'])
  })

  test('have no button where the widget takes none', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ acceptsFiles: false })
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    assert.equal(await visitor.frame.getByRole('button', { name: 'Attach files' }).count(), 0)
  })
})
