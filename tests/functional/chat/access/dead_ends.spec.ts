import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import router from '@adonisjs/core/services/router'
import type User from '#crm/models/user'
import type { ChatPermission } from '#chat/contracts/permissions'
import { permissionOf as guardOf } from '#chat/http/route_permission'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withOnly } from '#tests/helpers/with_only'

/** A tenant with one of each thing that pages are about. */
async function scene() {
  const world = await ChatWorld.create()
  const user = await world.user('owner', 'Anna Agent')
  const { chat, tenantId } = world
  const me = await world.agent('Anna Agent', user)
  const label = await chat.labels.create(tenantId, { name: 'Bug', color: '#dc2626' })
  const who = { agent: me, mayManage: true }
  const shared = { name: 'Shared', isShared: true, filters: { filter: 'open' as const } }
  await chat.inbox.views.create(who, shared)
  await chat.routing.departments.create(tenantId, 'Sales')
  const guest = await world.chatting({ name: 'Jane', email: 'jane@home.example' })
  await chat.conversations.triage.addLabel(guest.conversation, label, me)
  const personId = String((await chat.crm.promoteToPerson(guest.conversation, me)).id)
  const leadId = String((await chat.crm.convertToLead(guest.conversation, me)).id)
  const ticketId = String((await chat.crm.createTicket(guest.conversation, me)).id)
  const ended = await world.chatting({ name: 'Ended' })
  await chat.conversations.resolve(ended.conversation, me)
  const archived = await world.chatting({ name: 'Archived' })
  await chat.conversations.archive(archived.conversation, me)
  const ids = [guest, ended, archived].map(({ conversation }) => conversation.externalId)
  const pages = [
    '/chat',
    '/chat?filter=resolved',
    '/chat?filter=waiting',
    ...ids.map((id) => `/chat/${id}`),
    ...ids.map((id) => `/chat/${id}?panel=details`),
    '/chat/dashboard',
    '/chat/agents',
    `/people/${personId}`,
    `/leads/${leadId}`,
    `/tickets/${ticketId}`,
  ]
  const fragments = [
    '/chat/list',
    ...ids.flatMap((id) => [`/chat/${id}/pane`, `/chat/${id}/context`]),
  ]
  return { world, user, pages, fragments }
}

/** The navigation is the CRM's own and goes by its roles; the rest of a page is the chat's. */
const withoutSidebar = (html: string) =>
  html.replace(/<aside class="crm-sidebar"[\s\S]*?<\/aside>/, '')

/** Where a page lets one go or send something. */
function waysOut(page: string): { method: string; path: string }[] {
  const html = withoutSidebar(page).replaceAll('&amp;', '&')
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const method = /\bmethod="(\w+)"/.exec(form)?.[1] ?? 'get'
    const actions = [...form.matchAll(/\b(?:form)?action="([^"]*)"/g)]
    return actions.map(([, address]) => ({ method, address }))
  })
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)]
  const ways = [...forms, ...links.map(([, address]) => ({ method: 'get', address }))]
  return ways
    .map(({ method, address }) => {
      const { pathname, searchParams } = new URL(address, 'http://localhost')
      return { method: (searchParams.get('_method') ?? method).toUpperCase(), path: pathname }
    })
    .filter(({ path }) => /^\/(chat|settings\/(chat|canned))/.test(path))
}

/** The chat's permission that a way takes; null for one that leads nowhere. */
function permissionOf({ method, path }: { method: string; path: string }) {
  return guardOf(router.match(path, method, false)?.route.middleware.all() ?? [])
}

async function deadEnds(client: ApiClient, user: User, paths: string[], allowed: ChatPermission[]) {
  const dead = new Set<string>()
  let count = 0
  for (const path of paths) {
    const isFragment = /list$|pane$|context$/.test(path)
    const request = client.get(path).loginAs(user).redirects(0)
    const answer = await (isFragment ? request.header('Accept', 'application/json') : request)
    if (answer.status() === 403) continue
    answer.assertStatus(200)
    const html = isFragment ? Object.values(answer.body()).join('\n') : answer.text()
    for (const way of waysOut(html)) {
      count += 1
      const permission = permissionOf(way)
      if (allowed.includes(permission as ChatPermission)) continue
      dead.add(`${path}: ${way.method} ${way.path} takes ${permission}`)
    }
  }
  return { dead: [...dead], count }
}

test.group('Links and buttons that lead to a refusal', () => {
  const ROLES: ChatPermission[][] = [
    ['view chat'],
    ['view chat', 'reply chat'],
    ['view chat', 'reply chat', 'delete chat'],
    ['view chat', 'manage chat'],
    ['view chat', 'reply chat', 'delete chat', 'manage chat'],
  ]

  for (const allowed of ROLES) {
    test(`are on no page of a user who may ${allowed.join(', ')}`, async ({ client, assert }) => {
      const { world, user, pages, fragments } = await scene()
      await withOnly(world, user, allowed, async () => {
        const { dead, count } = await deadEnds(client, user, [...pages, ...fragments], allowed)
        assert.deepEqual(dead, [])
        assert.isAbove(count, 20)
      })
    })
  }
})
