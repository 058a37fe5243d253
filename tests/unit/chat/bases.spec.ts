import { test } from '@japa/runner'
import { defineConfig, type ChatConfigInput } from '#chat/define_config'
import type { Bases } from '#chat/config/bases'

const configured = (bases?: Record<string, unknown>) =>
  defineConfig({ publicUrl: 'https://crm.example.com', bases } as ChatConfigInput).bases

test.group('The bases of the module’s addresses', () => {
  test('are what they always were when the host names none', ({ assert }) => {
    assert.deepEqual(configured(), {
      pages: '/chat',
      settings: '/settings',
      public: '/p/chat',
      visitorApi: '/api/widget',
      assets: '/chat-assets',
      api: '/api/v1/live-chat',
    })
  })

  test('have the way back to the host at the path of publicUrl', ({ assert }) => {
    const homeOf = (publicUrl: string, homeUrl?: string) =>
      defineConfig({ publicUrl, ...(homeUrl && { homeUrl }) } as ChatConfigInput).homeUrl
    assert.equal(homeOf('https://crm.example.com'), '/')
    assert.equal(homeOf('https://example.com/crm'), '/crm/')
    assert.equal(homeOf('https://example.com/crm/'), '/crm/')
    assert.equal(homeOf('https://example.com/crm', '/leads'), '/leads')
  })

  test('of what visitors call and browsers load lie inside the public one that a host names', ({
    assert,
  }) => {
    const { visitorApi, assets } = configured({ public: '/p/support' })
    assert.deepEqual([visitorApi, assets], ['/p/support/api', '/p/support/assets'])
    assert.equal(configured({ public: '/p/support', assets: '/files' }).assets, '/files')
    assert.equal(
      configured({ pages: '/desk', settings: '/desk/settings' }).settings,
      '/desk/settings'
    )
  })

  test('are paths with a slash in front and none at the end', ({ assert }) => {
    const wrong = [
      '',
      '/',
      'desk',
      '/desk/',
      '//desk',
      '/desk/:id',
      '/a b',
      '/desk?x',
      '/ü',
      7,
      null,
    ]
    for (const pages of wrong) {
      assert.throws(
        () => configured({ pages }),
        `bases.pages in config/chat.ts is ${JSON.stringify(pages)}: it must be a path such as "/support", which begins with "/" and does not end with one`
      )
    }
    assert.throws(
      () => configured({ page: '/desk' }),
      'config/chat.ts has the option "bases.page", which the chat does not know'
    )
  })

  test('stay apart, so that an address is never of two of them', ({ assert }) => {
    const clashes: [Partial<Bases>, message: string][] = [
      [{ pages: '/settings' }, 'bases.pages and bases.settings are both "/settings"'],
      [{ public: '/chat' }, 'bases.pages and bases.public are both "/chat"'],
      [{ public: '/chat/p' }, 'bases.public ("/chat/p") lies inside bases.pages ("/chat")'],
      [{ api: '/p/chat/rest' }, 'bases.api ("/p/chat/rest") lies inside bases.public ("/p/chat")'],
      [
        { pages: '/settings/x' },
        'bases.pages ("/settings/x") lies inside bases.settings ("/settings")',
      ],
    ]
    for (const [bases, message] of clashes) {
      assert.throws(
        () => configured(bases),
        `${message} in config/chat.ts: give each a path of its own`
      )
    }
    // One name that begins like the other is not inside it
    assert.equal(configured({ pages: '/p/chats' }).pages, '/p/chats')
  })
})
