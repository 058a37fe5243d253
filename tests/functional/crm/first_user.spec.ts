import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import User from '#crm/models/user'
import { emptyCrm, printedBy } from '#tests/functional/crm/support'

test.group('The first user of an empty CRM', (group) => {
  group.each.setup(emptyCrm)

  test('is an owner who logs in with the password that was printed', async ({ assert }) => {
    const made = await printedBy('crm:user', ['Olga@CRM.example', '--name=Olga Owner'])
    assert.notEqual(made.exitCode, 1)
    const user = await User.verifyCredentials('olga@crm.example', made.output.trim())
    assert.deepEqual([user.fullName, user.role, user.isActive], ['Olga Owner', 'owner', true])
  })

  test('is made once, with a role and an address that exist', async ({ assert }) => {
    await ace.exec('crm:user', ['olga@crm.example'])
    const wrong = [['olga@crm.example'], ['no address'], ['bob@crm.example', '--role=king']]
    for (const input of wrong) {
      const { exitCode } = await ace.exec('crm:user', input)
      assert.equal(exitCode, 1, input.join(' '))
    }
    assert.lengthOf(await User.all(), 1)
  })

  test('is asked for in a process of its own, where nothing is loaded yet', async ({ assert }) => {
    const script = ['--import=@poppinss/ts-exec', 'bin/console.ts', 'list']
    const { stdout } = await promisify(execFile)(process.execPath, script)
    for (const name of ['crm:user', 'crm:token', 'crm:first-link']) assert.include(stdout, name)
  })
})
