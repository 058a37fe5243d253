import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Edge } from 'edge.js'
import { crmChatHost } from '#crm/services/crm_chat_host'
import { checkedHost } from '#chat/support/check_host'
import { checkLayout } from '#chat/support/check_layout'
import {
  defineConfig,
  HostMethodMissing,
  LayoutMissing,
  LayoutSlotMissing,
  UnknownOption,
  type ChatConfigInput,
  type CrmHost,
} from '#chat/main'

const HEAD = '{{{ await $slots.head() }}}'
const MAIN = '{{{ await $slots.main() }}}'
const SCRIPTS = '{{{ await $slots.scripts() }}}'

/** Checks the first of these templates. */
function check(templates: Record<string, string>) {
  const edge = new Edge()
  for (const [name, template] of Object.entries(templates)) {
    edge.registerTemplate(name, { template })
  }
  checkLayout(edge, Object.keys(templates)[0])
}

test.group('A host’s layout', () => {
  test('may render the slots in what it includes', ({ assert }) => {
    const inner = `<head>${HEAD}</head>@!component('foot', { $slots })`
    assert.doesNotThrow(() => check({ layout: `@include('inner')${MAIN}`, inner, foot: SCRIPTS }))
  })

  test('that would drop a slot is refused by name', ({ assert }) => {
    for (const [slot, template] of [
      ['head', MAIN + SCRIPTS],
      ['main', HEAD + SCRIPTS],
      ['scripts', HEAD + MAIN],
    ]) {
      const refusal = new LayoutSlotMissing('layout', slot).message
      assert.throws(() => check({ layout: template }), refusal)
      assert.include(refusal, `{{{ await $slots.${slot}() }}}`)
    }
  })

  test('that does not exist is refused by name', ({ assert }) => {
    assert.throws(
      () => checkLayout(new Edge(), 'components/nothing'),
      new LayoutMissing('components/nothing').message
    )
  })
})

test.group('A host', () => {
  test('that is complete is taken', ({ assert }) => {
    assert.equal(checkedHost(crmChatHost), crmChatHost)
  })

  test('that lacks a method is refused by the method’s name', ({ assert }) => {
    for (const method of ['assignableUsers', 'stillLoggedIn', 'createLead'] as const) {
      const host = { ...crmChatHost, [method]: undefined } as unknown as CrmHost
      assert.throws(() => checkedHost(host), new HostMethodMissing(method).message)
    }
  })

  test('that keeps tickets has both of their methods', ({ assert }) => {
    const refused = new HostMethodMissing('findTicket').message
    assert.throws(() => checkedHost({ ...crmChatHost, findTicket: undefined }), refused)
    const without = { ...crmChatHost, findTicket: undefined, createTicket: undefined }
    assert.doesNotThrow(() => checkedHost(without))
    const capabilities = { people: true, leads: true, tickets: true, timeline: true }
    assert.throws(() => checkedHost({ ...without, capabilities }), refused)
  })

  test('that is none is refused', ({ assert }) => {
    assert.throws(() => checkedHost(undefined as unknown as CrmHost), /has no method/)
  })
})

test.group('config/chat.ts', () => {
  const input: ChatConfigInput = {
    publicUrl: 'https://crm.example.com',
    host: async () => crmChatHost,
  }
  const define = (more: object) => defineConfig({ ...input, ...more })

  test('needs an address and a host', ({ assert }) => {
    const { layout, limits } = define({ limits: { apiPerUser: { requests: 1, everySeconds: 2 } } })
    assert.equal(layout, 'chat::shell')
    assert.deepEqual(limits.apiPerUser, { requests: 1, everySeconds: 2 })
    assert.equal(limits.sessionsPerIp.requests, 300)
  })

  test('may say everything that its type lists', async ({ assert }) => {
    const type = await readFile('app/chat/config/chat_config.ts', 'utf8')
    const [, body] = type.split('export interface ChatConfig {')
    const names = [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name)
    assert.include(names, 'connection')
    for (const name of names) {
      const value = { [name]: name in input ? input[name as keyof ChatConfigInput] : undefined }
      assert.doesNotThrow(() => define(value))
    }
  })

  test('with an option that does not exist is refused by name, in its parts as well', ({
    assert,
  }) => {
    for (const [name, more] of [
      ['publicURL', { publicURL: 'https://crm.example.com' }],
      ['limits.messagePerVisitor', { limits: { messagePerVisitor: {} } }],
      ['streams.heartbeat', { streams: { heartbeat: 8 } }],
      ['webhooks.timeout', { webhooks: { timeout: 8 } }],
    ] as const) {
      assert.throws(() => define(more), new UnknownOption(name).message)
    }
  })
})
