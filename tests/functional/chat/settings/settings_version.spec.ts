import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type Webhook from '#chat/models/webhook'
import { chatClient } from '#chat/models/chat_model'
import { SettingsVersion, settingsVersion } from '#chat/services/settings/settings_version'
import { ChatWorld } from '#tests/helpers/chat_world'

/** Longer than what was read holds without a look. */
const LONG_MS = 1050

test.group('The version of the settings', () => {
  test('lets what was read hold for as long as it stands', async ({ assert }) => {
    const version = new SettingsVersion()
    await version.look()
    const read = version.mark()
    await wait(LONG_MS)
    assert.isFalse(version.holds(read))
    await version.look()
    assert.isTrue(version.holds(read))
  })

  test('ends it with a change, here immediately and elsewhere with the next look', async ({
    assert,
  }) => {
    const [here, elsewhere] = [new SettingsVersion(), new SettingsVersion()]
    await Promise.all([here.look(), elsewhere.look()])
    const reads = { here: here.mark(), elsewhere: elsewhere.mark() }
    await here.advance()
    assert.isFalse(here.holds(reads.here))
    assert.isTrue(elsewhere.holds(reads.elsewhere))
    await elsewhere.look()
    assert.isFalse(elsewhere.holds(reads.elsewhere))
  })

  test('ends it with the commit, and not with a rollback', async ({ assert }) => {
    const version = new SettingsVersion()
    await version.look()
    const before = version.mark()
    const trx = await chatClient(db).transaction()
    await version.advance(trx)
    assert.isTrue(version.holds(before))
    await trx.rollback()
    await version.look()
    assert.isTrue(version.holds(before))
    await chatClient(db).transaction((another) => version.advance(another))
    assert.isFalse(version.holds(before))
  })

  test('does not keep a read that a change has overtaken', async ({ assert }) => {
    const version = new SettingsVersion()
    await version.look()
    const begun = version.mark()
    await version.advance()
    assert.isFalse(version.holds(begun))
    assert.isTrue(version.holds(version.mark()))
  })

  test('advances with each change of what processes keep', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { chat, tenantId } = world
    const agent = await world.agent()
    const { visitor } = await world.guest()
    const url = 'https://hooks.example/chat'
    const hook = { url, description: null, events: [], includeNotes: false }
    const flags = { allowPrivate: false, isActive: true }
    let webhook: Webhook
    const changes: Record<string, () => Promise<unknown>> = {
      'widget': () => chat.widgets.update(world.widget, { name: 'Renamed' }, null),
      'widget off': () => chat.widgets.setActive(world.widget, false, null),
      'webhook': async () => {
        webhook = (await chat.webhooks.create(tenantId, { ...hook, ...flags }, null)).webhook
      },
      'webhook off': () => chat.webhooks.update(webhook, { isActive: false }, null),
      'webhook removed': () => chat.webhooks.remove(webhook),
      'block': () => chat.visitors.blocks.block(visitor, agent, 1),
      'unblock': () => chat.visitors.blocks.unblock(visitor, agent),
      'module off': () => world.setModule(false),
      'module on': () => world.setModule(true),
    }
    for (const [name, change] of Object.entries(changes)) {
      const before = settingsVersion.mark()
      await change()
      assert.isFalse(settingsVersion.holds(before), name)
    }
  })
})
