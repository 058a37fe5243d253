import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import TeamSettings from '#chat/models/team_settings'
import { ModuleSwitch } from '#chat/host/module_switch'

/** Calls of the listener so far, one switch each. */
function heard(toggle: ModuleSwitch) {
  const calls: unknown[][] = []
  toggle.onToggled(async (...call) => {
    await null
    calls.push(call)
  })
  return calls
}

test.group('The module’s own switch', () => {
  test('is on until it is switched off, per tenant', async ({ assert }) => {
    const [tenant, other] = [randomUUID(), randomUUID()]
    const toggle = new ModuleSwitch()
    assert.isTrue(await toggle.isEnabled(tenant))
    await toggle.set(tenant, false, '7')
    assert.isFalse(await toggle.isEnabled(tenant))
    assert.isTrue(await toggle.isEnabled(other))
    await toggle.set(tenant, true, '7')
    assert.isTrue(await toggle.isEnabled(tenant))
  })

  test('is heard by the process that switches it before it goes on, with who did it', async ({
    assert,
  }) => {
    const tenant = randomUUID()
    const toggle = new ModuleSwitch()
    const calls = heard(toggle)
    await toggle.set(tenant, false, '7')
    assert.deepEqual(calls, [[tenant, false, { userId: '7' }]])
    await toggle.set(tenant, false, '7')
    assert.lengthOf(calls, 1)
  })

  test('is not undone by a look that began before it', async ({ assert, cleanup }) => {
    const tenant = randomUUID()
    const toggle = new ModuleSwitch()
    await toggle.set(tenant, true, '7')
    const row = await TeamSettings.query().where('tenant_id', tenant).firstOrFail()
    const another = new ModuleSwitch()
    const { query } = TeamSettings
    cleanup(() => void (TeamSettings.query = query))
    const lookThatTakesLong = async () => {
      TeamSettings.query = query
      await another.set(tenant, false, '7')
      return row
    }
    TeamSettings.query = () => ({ where: () => ({ first: lookThatTakesLong }) }) as any
    assert.isFalse(await another.isEnabled(tenant))
    assert.isFalse(await another.isEnabled(tenant))
  })

  test('is noticed by other processes within a second, once', async ({ assert }) => {
    const tenant = randomUUID()
    const [here, there] = [new ModuleSwitch(), new ModuleSwitch()]
    const calls = heard(there)
    assert.isTrue(await there.isEnabled(tenant))
    await here.set(tenant, false, '7')
    const began = Date.now()
    while (await there.isEnabled(tenant)) {
      if (Date.now() - began > 3000) throw new Error('It goes unnoticed')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.deepEqual(calls, [[tenant, false, undefined]])
    assert.isFalse(await there.isEnabled(tenant))
    assert.lengthOf(calls, 1)
  })
})
