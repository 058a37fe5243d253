import { test } from '@japa/runner'
import edge from 'edge.js'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The tag for templates', () => {
  test('shows its content while the module is on, tenant by tenant', async ({ assert }) => {
    const world = await ChatWorld.create()
    const other = await ChatWorld.create()
    await other.setModule(false)
    const template = '@haschatenabled(user.tenantId)\nChat\n@end'
    const shown = ({ tenantId }: ChatWorld) => edge.renderRaw(template, { user: { tenantId } })

    assert.equal((await shown(world)).trim(), 'Chat')
    assert.equal((await shown(other)).trim(), '')
    await world.setModule(false)
    assert.equal((await shown(world)).trim(), '')
  })

  test('means the default tenant where a host has none', async ({ assert }) => {
    const world = await ChatWorld.create()
    const isOn = await world.chat.host.isModuleEnabled('default')
    const shown = await edge.renderRaw('@haschatenabled()\nChat\n@end')
    assert.equal(shown.trim(), isOn ? 'Chat' : '')
  })
})
