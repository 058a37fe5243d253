import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { Secret } from '@adonisjs/core/helpers'
import User from '#crm/models/user'
import { createUser, emptyCrm, printedBy } from '#tests/functional/crm/support'

const YEAR_MS = 365 * 86_400_000

test.group('API tokens from the command line', (group) => {
  group.each.setup(emptyCrm)

  test('are refused for an unknown address', async ({ assert }) => {
    const command = await ace.exec('crm:token', ['nobody@crm.example'])
    assert.equal(command.exitCode, 1)
  })

  test('are printed with nothing around them, good for all that their owner may do', async ({
    assert,
  }) => {
    const user = await createUser('employee')
    const { exitCode, output } = await printedBy('crm:token', [user.email])
    assert.notEqual(exitCode, 1)
    assert.match(output, /^oat_[\w.-]+\n$/)
    const token = await User.accessTokens.verify(new Secret(output.trim()))
    assert.containsSubset(token, { tokenableId: user.id, name: 'crm:token', abilities: ['*'] })
    assert.isNull(token!.expiresAt)
  })

  test('take a name, an expiry and abilities', async ({ assert }) => {
    const user = await createUser('employee')
    const options = ['--name=Warehouse', '--expires=365', '--abilities=view chat, reply chat']
    const { output } = await printedBy('crm:token', [user.email, ...options])
    assert.match(output, /^oat_[\w.-]+\n$/)
    const [token] = await User.accessTokens.all(user)
    assert.equal(token.name, 'Warehouse')
    assert.deepEqual(token.abilities, ['view chat', 'reply chat'])
    assert.closeTo(token.expiresAt!.getTime(), Date.now() + YEAR_MS, 60_000)
  })

  test('print nothing when an option makes no sense', async ({ assert }) => {
    const user = await createUser('employee')
    for (const option of [
      '--abilities=manage chat',
      '--abilities=fly',
      '--abilities=,',
      '--expires=soon',
      '--expires=0',
      '--expires=-5',
      '--name= ',
      `--name=${'x'.repeat(101)}`,
    ]) {
      const { exitCode, output } = await printedBy('crm:token', [user.email, option])
      assert.deepEqual([exitCode, output], [1, ''], option)
    }
    assert.lengthOf(await User.accessTokens.all(user), 0)
  })
})
