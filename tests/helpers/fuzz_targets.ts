import { readFileSync, globSync } from 'node:fs'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type Visitor from '#chat/models/visitor'
import { EXAMPLE_REQUESTS } from '#chat/openapi/example_requests'
import KeptMail from '#chat/models/kept_mail'
import { parseMail } from '#chat/services/mail/inbound/parsed_mail'
import { PROACTIVE_DEFAULTS } from '#chat/services/proactive/proactive'
import User from '#crm/models/user'
import type { ChatWorld } from '#tests/helpers/chat_world'
import type { FuzzTarget } from '#tests/helpers/fuzz'
import { rawMail } from '#tests/helpers/raw_mail'
import { addressOf, type ServedRoute } from '#tests/helpers/routes'

const id = () => randomUUID()
const day = { enabled: true, start: '09:00', end: '17:00' }

/** What routes accept, by their names without the prefix of where they are: `chat.api.labels.store`, `crm.leads.store`. */
const BODIES: [names: RegExp, body: Record<string, unknown>][] = [
  [/widget\.session$/, { page: { url: 'https://shop.example/', title: 'Shop', referrer: '' } }],
  [/identity\.store$/, { public_key: '', key_set: 'https://shop.example/jwks.json' }],
  [/widget\.identity$/, { jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl' }],
  [/widget\.identify$/, { name: 'Vera', email: 'vera@example.com', phone: '+47 21000000' }],
  [/widget\.page_views$/, { url: 'https://shop.example/', title: 'Shop' }],
  [/widget\.rate$/, { rating: 5, feedback: 'Fine' }],
  [/conversations\.store$/, { content: 'Hello', client_message_id: id(), name: 'Vera', page: {} }],
  [
    /(messages|notes)\.store$/,
    { content: 'Hello', client_message_id: id(), internal: false, seen_seq: 1 },
  ],
  [/\.read$/, { seq: 1 }],
  [/\.typing$/, { typing: true }],
  [/\.viewing$/, { viewing: true, tab: id() }],
  [
    /\.assign$/,
    { user_id: 'me', agent_id: 'me', seen: '', seen_agent_id: null, value: 'me', ids: [] },
  ],
  [
    /\.transfer$/,
    { to: 'agent:1', user_id: 'me', agent_id: 'me', department_id: id(), note: 'Hi' },
  ],
  [/\.priority$/, { priority: 'high', value: 'high', ids: [id()] }],
  [/\.mute$/, { muted: true }],
  [/notifications\.seen$/, { notification: id() }],
  [
    /notifications\.settings/,
    { message: ['crm'], assigned: [], is_quiet: '1', quiet_from: '20:00', quiet_until: '08:00' },
  ],
  [
    /notifications\.browsers/,
    { endpoint: 'https://fcm.googleapis.com/x', keys: { p256dh: 'BAAA', auth: 'AAAA' } },
  ],
  [/widget\.push/, EXAMPLE_REQUESTS['widget.push.store']],
  [/\.subject$/, { subject: 'Refund' }],
  [/planned\./, { content: 'Later', client_message_id: id(), until: 'tomorrow', at: '' }],
  [/\.snooze$/, { until: '2099-01-01T00:00:00Z' }],
  [/\.contact$/, { name: 'Joan', email: 'joan@example.com', phone: '12345' }],
  [/\.(convert|ticket|promote)$/, { title: 'Lead', person: 'new' }],
  [/bulk\./, { ids: [id()], value: 'high' }],
  [/views\./, { name: 'View', shared: true }],
  [/labels\./, { name: 'Bug', color: '#dc2626', label: id(), labels: [id()] }],
  [/departments\./, { name: 'Sales' }],
  [/canned(_responses)?\./, { shortcut: 'hi', title: 'Hi', content: 'Hello' }],
  [
    /agents\.(store|update)$/,
    { user_id: '1', max_concurrent_chats: 4, department_ids: [], widget_ids: [] },
  ],
  [/status$/, { status: 'away' }],
  [/presence$/, { idle: true }],
  [
    /webhooks\./,
    { url: 'https://hooks.example/', events: ['chat.message.sent'], is_active: false },
  ],
  [/settings\.work\.|^work\./, { key: 'erase-visitor:1' }],
  [/setup\./, { name: 'Shop', address: 'https://shop.example' }],
  [/proactive\.(store|update)$/, { name: 'Help', message: 'Need help?', seconds_on_page: 5 }],
  [
    /widgets\.(store|update)$/,
    {
      name: 'Shop',
      primary_color: '#0f766e',
      position: 'bottom-left',
      border_radius: 16,
      allowed_origins: 'https://shop.example',
      business_hours: { enabled: true, timezone: 'UTC', monday: day },
    },
  ],
  [/login\.store$/, { email: 'a@b.example', password: 'password' }],
  [
    /leads\.(store|update)$/,
    { title: 'Lead', value: '10', pipeline_stage_id: 1, person_id: 1, labels: [] },
  ],
  [/tickets\.update$/, { status: 'closed' }],
  [/leads\.move$/, { stage: 1, position: 0 }],
  [
    /people\.(store|update)$/,
    { first_name: 'A', last_name: 'B', emails: [{ address: 'a@b.example' }], phones: [] },
  ],
  [/\.notes$/, { note: 'Hello' }],
  [/crm\.settings\.update$/, { company_name: 'Brightside', currency: 'EUR', time_zone: 'UTC' }],
  [/api_tokens\.store$/, { name: 'Token', abilities: [], expires: '30' }],
  [/modules\.update$/, { enabled: true }],
]

/** Names of fields that validators know, wherever they are. */
const NAMES = [
  ...new Set(
    globSync('app/*/validators/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\s+(\w+): (?:vine|field|text|number|\w+\()/gm)].map(
        ([, name]) => name
      )
    )
  ),
]

/** An email that was kept instead of being sent. */
function someMail(tenantId: string) {
  return KeptMail.create({
    externalId: id(),
    tenantId,
    messageId: `<${id()}@crm.example>`,
    recipient: 'jane@home.example',
    sender: 'Ann Agent',
    subject: 'Ann Agent replied',
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: {},
    createdAt: DateTime.utc(),
  })
}

/** A file that a visitor has sent. */
async function someFile({ chat, widget }: ChatWorld, visitor: Visitor) {
  const bytes = Readable.from([Buffer.from('%PDF-1.7')])
  const upload = { name: 'a.pdf', uploadId: id(), bytes, size: null }
  const { attachment } = await chat.attachments.fromVisitor(visitor, widget, upload)
  const attachments = [attachment.externalId]
  await chat.messages.visitor.start(widget, visitor, {
    content: '',
    attachments,
    clientMessageId: id(),
  })
  return attachment
}

/** Things of a world that addresses can be about. */
export async function fuzzThings(world: ChatWorld) {
  const { chat, tenantId } = world
  const user = await world.user('employee', 'Ann Agent')
  const settings = { maxConcurrentChats: 5, departmentIds: [], widgetIds: [] }
  const agent = await chat.agents.roster.add(tenantId, String(user.id), settings)
  const token = await User.accessTokens.create(user)
  const guest = await world.chatting({ name: 'Jane', email: 'jane@home.example' })
  const other = await world.chatting({ name: 'Joe', email: `${id()}@home.example` })
  const person = await chat.crm.promoteToPerson(other.conversation, agent)
  const lead = await chat.crm.convertToLead(other.conversation, agent)
  const ticket = await chat.crm.createTicket(other.conversation, agent)
  // A tenant may have some of these, and requests make more of them
  const [someLabel] = await chat.labels.list(tenantId)
  const label = someLabel ?? (await chat.labels.create(tenantId, { name: id(), color: '#2563eb' }))
  const [someDepartment] = await chat.routing.departments.list(tenantId)
  const department = someDepartment ?? (await chat.routing.departments.create(tenantId, id()))
  const canned = { shortcut: `a${id().slice(0, 8)}`, title: 'Hello', content: 'Hello' }
  const response = await chat.cannedResponses.create(tenantId, canned, null)
  const rule = await chat.proactive.create(
    world.widget,
    { ...PROACTIVE_DEFAULTS, name: 'Help', message: 'Need help?' },
    null
  )
  const filters = { filter: 'open' as const }
  const view = await chat.inbox.views.create(
    { agent, mayManage: true },
    { name: 'A', isShared: true, filters }
  )
  const webhook = {
    url: 'https://hooks.example/',
    description: null,
    events: ['chat.message.sent' as const],
    includeNotes: false,
    allowPrivate: false,
    isActive: false,
  }
  const [someHook] = await chat.webhooks.list(tenantId)
  const hook = someHook ?? (await chat.webhooks.create(tenantId, webhook, null)).webhook
  // No secret, as each new one ends the one before the last
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }))
  const identityKey = await chat.visitors.identityKeys.addPublicKey(world.widget, pem, null)
  const delivery = await chat.webhooks.outbox.ping(hook)
  const mail = await someMail(tenantId)
  const planned = await chat.planned.plan(guest.conversation, agent, {
    content: 'Later',
    clientMessageId: id(),
    dueAt: DateTime.utc().plus({ hours: 1 }),
  })
  const original = await parseMail(rawMail({ to: 'chat@crm.example' }))
  const received = await chat.mails.inbound.originals.keep(guest.conversation, original)
  const ids: [pattern: RegExp, id: string][] = [
    [/\/proactive\//, rule.externalId],
    [/mail-preview/, mail.externalId],
    [/chat-blocked/, other.visitor.externalId],
    [/^\/api\/widget\/|^\/p\/chat/, guest.conversation.externalId],
    [/\/(chat-)?widgets|\/chat-widgets/, world.widget.externalId],
    [/conversations|^\/chat\/:id|notifications\/mutes/, guest.conversation.externalId],
    [/agents/, agent.externalId],
    [/departments/, department.externalId],
    [/canned-responses/, response.externalId],
    [/labels/, label.externalId],
    [/webhooks/, hook.externalId],
    [/^\/people/, String(person.id)],
    [/^\/leads/, String(lead.id)],
    [/^\/tickets/, String(ticket.id)],
    [/modules/, 'chat'],
    [/api-tokens/, String(token.identifier)],
  ]
  const named: Record<string, string> = {
    key: world.widget.publicKey,
    file: `${world.widget.publicKey}.js`,
    response: response.externalId,
    agent: agent.externalId,
    department: department.externalId,
    label: label.externalId,
    view: view.externalId,
    rule: rule.externalId,
    widget: world.widget.externalId,
    planned: planned.externalId,
    browser: id(),
    mail: received.externalId,
    delivery: delivery.externalId,
    identityKey: identityKey.externalId,
    token: id(),
    endKey: guest.visitor.tokenHash,
  }
  const link = await chat.mails.links.create(guest.conversation, 'jane@home.example')
  const isLink = (pattern: string, name: string) =>
    name === 'token' && /\/(c|links)\//.test(pattern)
  const file = (await someFile(world, guest.visitor)).externalId
  const isFile = (pattern: string, name: string) => name === 'file' && pattern.includes('/files/')
  const valueOf = (pattern: string, name: string) =>
    (isLink(pattern, name) ? link : isFile(pattern, name) ? file : named[name]) ??
    ids.find(([fits]) => fits.test(pattern))?.[1] ??
    '1'
  return { guest, valueOf }
}

export type FuzzThings = Awaited<ReturnType<typeof fuzzThings>>

/** A route as the generator of requests sees it. */
export function targetOf(route: ServedRoute, { valueOf }: FuzzThings): FuzzTarget {
  const values = (name: string) => valueOf(route.pattern, name)
  const last = [...route.pattern.matchAll(/:(\w+)/g)].at(-1)?.[1]
  const hasBody = !['GET', 'OPTIONS'].includes(route.method)
  const [, body = {}] = BODIES.find(([names]) => names.test(route.name)) ?? []
  return {
    method: route.method,
    address: addressOf(route, values),
    withParameter: (value) =>
      last
        ? addressOf(route, (name) => (name === last ? value : values(name)))
        : `${addressOf(route, values)}/${value}`,
    body: hasBody ? body : null,
    names: NAMES,
    takesFile: /files\.store$|^chat\.mail$/.test(route.name),
  }
}
