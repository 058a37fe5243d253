import { EXAMPLE_UUID } from '#chat/openapi/example_values'

const MESSAGE = {
  content: 'Your refund is on its way.',
  client_message_id: '5f0c6a7e-2b1d-4e8f-9a3c-7d6e5b4a3c21',
}

const PAGE = { url: 'https://shop.example/orders/1042', title: 'Order 1042' }

/** A body of each operation that takes one, as a program would send it. */
export const EXAMPLE_REQUESTS: Record<string, Record<string, unknown>> = {
  'widgets.store': { name: 'Shop', allowed_domains: ['https://shop.example'], ask_rating: true },
  'widgets.update': { welcome_title: 'Hello!', ask_rating: false },
  'proactive.store': {
    name: 'Pricing',
    message: 'Questions about our prices?',
    page_pattern: '/pricing*',
    seconds_on_page: 30,
  },
  'proactive.update': { is_active: false },
  'conversations.bulk': { ids: [42, EXAMPLE_UUID], action: 'assign', agent_id: 'me' },
  'conversations.assign': { agent_id: 'me' },
  'conversations.transfer': { agent_id: 'me', note: 'Knows the order.' },
  'conversations.priority': { priority: 'high' },
  'conversations.subject': { subject: 'Refund of order 1042' },
  'conversations.snooze': { until: '2026-03-03T09:00:00Z' },
  'conversations.read': { seq: 1 },
  'conversations.transcript_mail': { zone: 'Europe/London' },
  'conversations.contact': { name: 'Jane Doe', phone: '+44 20 7946 0000' },
  'conversations.convert': { title: 'Refund of order 1042' },
  'conversations.ticket': { title: 'Refund of order 1042' },
  'conversations.promote': { person: 'new' },
  'conversations.labels.update': { labels: [EXAMPLE_UUID] },
  'conversations.labels.store': { label: EXAMPLE_UUID },
  'conversations.messages.store': MESSAGE,
  'conversations.planned.store': {
    content: 'Did it arrive?',
    client_message_id: '5c2d8a41-7e0b-4f36-9d18-b3a6f1c97e20',
    due_at: '2099-01-01T09:00:00Z',
  },
  'conversations.planned.update': { content: 'Has it arrived?', due_at: '2099-01-01T09:00:00Z' },
  'conversations.notes.store': {
    content: 'Asked the warehouse.',
    client_message_id: 'c2f8d1b5-6e0a-4d37-9b84-5a1e7f3c0d96',
  },
  'visitors.block': { address_hours: 24 },
  'views.store': { name: 'Refunds', filters: { filter: 'open', priority: 'high' } },
  'views.update': { name: 'Urgent refunds' },
  'agents.store': { user_id: 7, max_concurrent_chats: 5 },
  'agents.update': { max_concurrent_chats: 3 },
  'agents.me.status': { status: 'away' },
  'agents.settings.update': { awaiting_visitor_counts: false },
  'departments.store': { name: 'Sales' },
  'departments.update': { name: 'Sales and returns' },
  'canned_responses.store': {
    shortcut: 'refund',
    title: 'Refund',
    content: 'Dear {{visitor.name|customer}}, your refund is on its way.',
  },
  'canned_responses.update': {
    shortcut: 'refunded',
    title: 'Refunded',
    content: 'Your refund is on its way.',
  },
  'webhooks.store': { url: 'https://hooks.example/chat', events: ['chat.message.sent'] },
  'webhooks.update': { is_active: false },
  'labels.store': { name: 'Refund', color: '#2563eb' },
  'labels.update': { color: '#16a34a' },
  'widget.push.store': {
    endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
    keys: {
      p256dh:
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
  },
  'widget.push.forget': { endpoint: 'https://fcm.googleapis.com/fcm/send/abc' },
  'widget.session': { page: PAGE },
  'widget.identity': { jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl' },
  'widget.identify': { name: 'Jane Doe', email: 'jane@shop.example' },
  'widget.page_views': PAGE,
  'widget.conversations.store': {
    content: 'Where is my refund?',
    client_message_id: 'a1c4e7f0-3b6d-4a92-8e15-0d7f2c9b6a48',
    page: PAGE,
  },
  'widget.messages.store': { ...MESSAGE, content: 'Thank you!' },
  'widget.read': { seq: 1 },
  'widget.typing': { typing: true },
  'widget.transcript_mail': { zone: 'Europe/London' },
  'widget.rate': { rating: 5, feedback: 'Quick and friendly.' },
}
