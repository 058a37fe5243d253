import { test } from '@japa/runner'
import {
  byAbilities,
  byEmail,
  byPermissions,
  byRole,
  CHAT_PERMISSIONS,
  everyone,
  type Access,
} from '#chat/main'

const OF_AGENTS = ['view chat', 'see all chats', 'reply chat']

/** What a user may do. */
async function allowed<User>(can: Access<User>, user: User) {
  const held = await Promise.all(CHAT_PERMISSIONS.map((permission) => can(user, permission)))
  return CHAT_PERMISSIONS.filter((_, index) => held[index])
}

test.group('Access by', () => {
  test('everyone: all that there is', async ({ assert }) => {
    assert.deepEqual(await allowed(everyone(), {}), [...CHAT_PERMISSIONS])
  })

  test('e-mail address, however it is written; no other user gets in', async ({ assert }) => {
    const can = byEmail({ admins: [' Ada@Example.com '], agents: ['bob@example.com', ''] })
    assert.deepEqual(await allowed(can, { email: 'ada@example.COM' }), [...CHAT_PERMISSIONS])
    assert.deepEqual(await allowed(can, { email: 'Bob@example.com' }), OF_AGENTS)
    assert.isEmpty(await allowed(can, { email: 'eve@example.com' }))
    assert.isEmpty(await allowed(can, { email: '' }))
  })

  test('e-mail address, with an empty list as a fresh .env has it', async ({ assert }) => {
    const can = byEmail({ admins: ''.split(','), agents: ''.split(',') })
    assert.isEmpty(await allowed(can, { email: '' }))
  })

  test('role column', async ({ assert }) => {
    const can = byRole('role', { admins: ['owner', 'admin'], agents: ['sales'] })
    assert.deepEqual(await allowed(can, { role: 'owner' }), [...CHAT_PERMISSIONS])
    assert.deepEqual(await allowed(can, { role: 'sales' }), OF_AGENTS)
    for (const role of ['guest', null, undefined, '']) {
      assert.isEmpty(await allowed(can, { role }))
    }
  })

  test('list of permissions, under the chat’s names or the host’s', async ({ assert }) => {
    const can = byPermissions((user: { may: string[] }) => Promise.resolve(user.may), {
      'reply chat': 'chats.reply',
    })
    assert.deepEqual(await allowed(can, { may: ['view chat', 'chats.reply'] }), [
      'view chat',
      'reply chat',
    ])
    assert.isEmpty(await allowed(can, { may: ['reply chat'] }))
  })

  test('Bouncer’s abilities: an answer, a response or a promise of one', async ({ assert }) => {
    const ability = (answer: unknown) => ({ execute: () => answer })
    const can = byAbilities({
      'view chat': ability(true),
      'reply chat': ability(Promise.resolve({ authorized: true })),
      'delete chat': ability({ authorized: false }),
      'manage chat': ability(false),
      'manage settings': ability('yes'),
    })
    assert.deepEqual(await allowed(can, {}), ['view chat', 'reply chat'])
  })
})
