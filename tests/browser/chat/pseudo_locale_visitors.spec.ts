/// <reference lib="dom" />
import { test } from '@japa/runner'
import { text } from '#chat/texts/text'
import { ChatWorld } from '#tests/helpers/chat_world'
import { speakPseudo } from '#tests/helpers/pseudo_locale'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { askedIn, QUESTION, Screens, setUp, WIDGET } from '#tests/helpers/pseudo_screens'

test.group('Every text that visitors see comes from the catalogue', () => {
  test('for visitors who are asked for their details', async (ctx) => {
    ctx.cleanup(speakPseudo())
    const screens = new Screens()
    for (const contactRequired of [true, false]) {
      const isAsked = { collectName: contactRequired, collectEmail: contactRequired }
      const world = await ChatWorld.create({ ...WIDGET, ...isAsked, contactRequired })
      const website = await startWebsite(world.widget.publicKey)
      ctx.cleanup(() => website.close())
      const context = await ctx.browser.newContext()
      ctx.cleanup(() => context.close())
      const visitor = await VisitorPage.visit(context, website.url)
      await visitor.launcher.click()
      const composer = visitor.frame.getByRole('textbox').last()
      await composer.fill(QUESTION)
      await composer.press('Enter')
      const form = visitor.frame.locator('form.contact:not([hidden])')
      await form.waitFor()
      const frame = visitor.page.frames().find((each) => each.url().includes('/p/chat/'))!
      await screens.look('form', frame)
      await form.locator('input[type=email]').fill('x')
      await form.locator('button').first().click()
      await form.locator('[aria-invalid=true]').first().waitFor()
      await screens.look('form, refused', frame)
      await form.locator('input[type=email]').fill('eleni@shop.example')
      if (contactRequired) await form.locator('input').first().fill('Ελένη')
      await form.locator('button').first().click()
      await form.waitFor({ state: 'hidden' })
      await screens.look('form, accepted', frame)
    }
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)

  test('for visitors', async (ctx) => {
    const { world, anna, screens } = await setUp(ctx)
    const website = await startWebsite(world.widget.publicKey)
    ctx.cleanup(() => website.close())
    const context = await ctx.browser.newContext()
    ctx.cleanup(() => context.close())
    const visitor = await VisitorPage.visit(context, website.url)
    const frame = () => visitor.page.frames().find((each) => each.url().includes('/p/chat/'))!
    await screens.look('launcher', visitor.page, 'crm-chat')
    await visitor.launcher.click()
    const composer = visitor.frame.getByRole('textbox').last()
    await composer.waitFor()
    await screens.look('widget', frame())
    await composer.fill(QUESTION)
    await composer.press('Enter')
    await visitor.state(text('widget.sent'))
    await screens.look('first message', frame())
    const conversation = await askedIn(world)
    await world.reply(conversation, anna, 'Καλώς ήρθατε')
    await visitor.frame.locator('.bubble:not(.own)').waitFor()
    await screens.look('conversation', frame())
    await world.chat.conversations.resolve(conversation, anna)
    await visitor.frame.locator('.rating').waitFor()
    await screens.look('rating', frame())
    await context.setOffline(true)
    await composer.fill('Ακόμα κάτι')
    await composer.press('Enter')
    await visitor.frame.locator('.bubble.own').nth(1).waitFor()
    await screens.look('offline', frame())
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)
})
