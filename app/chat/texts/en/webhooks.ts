/** Settings > Chat webhooks. */
export const webhooks = {
  title: 'Chat webhooks',
  lead: 'Notify your own systems in real time when something happens in chat.',
  new: 'New webhook',
  empty: {
    title: 'No webhooks yet',
    text: 'Send signed requests to your shop, data warehouse or automation tool for every message and change.',
    add: 'Add a webhook',
  },
  list: {
    webhook: 'Webhook',
    status: 'Status',
    events: 'Events',
    last: 'Last event',
    ago: '{time} ago',
    none: 'None yet',
  },
  form: {
    edit: 'Edit webhook',
    endpoint: 'Endpoint',
    url: {
      label: 'URL',
      hint: 'The URL that receives POST requests, e.g. https://example.com/hooks/chat.',
    },
    description: {
      label: 'Description',
      hint: 'Optional, e.g. “Data warehouse”. Only your team sees it.',
    },
    private: {
      label: 'Allow private network addresses',
      hint: 'Off by default, so webhooks can’t be used to probe your internal network.',
      allowed:
        'An administrator has allowed this private network address. A different address needs their approval again.',
    },
    sends: 'What we send',
    events: 'Events',
    notes: {
      label: 'Include private notes',
      hint: 'Private notes and internal history are for your team only. Turn this on only for systems allowed to see them.',
    },
    active: {
      label: 'Active',
      hint: 'While off, nothing is sent. Events that occur meanwhile are not sent later.',
    },
    create: 'Create webhook',
  },
  secret: {
    new_title: 'Your new secret',
    new_text: 'Store it with your server’s secrets. It’s shown only once.',
    label: 'Secret',
    ends: 'Your secret ends in {hint}. We show it in full only once, when it’s created.',
  },
  test: 'Send test event',
  ping: 'The webhook works.',
  edit: 'Edit',
  danger: {
    title: 'Danger zone',
    rotate: 'New secret',
    rotate_confirm: 'Create new secret',
    rotate_consequence: {
      one: 'For {count} hour, requests are signed with both secrets so you can switch over. After that, only the new one is used.',
      other:
        'For {count} hours, requests are signed with both secrets so you can switch over. After that, only the new one is used.',
    },
    delete: 'Delete webhook',
    delete_consequence: 'Pending deliveries are cancelled and the log is deleted.',
  },
  refresh: 'Refresh',
  resend: 'Resend',
  log: {
    title: 'Delivery log',
    kept: {
      one: 'Newest first. Kept for {count} day.',
      other: 'Newest first. Kept for {count} days.',
    },
    event: 'Event',
    result: 'Result',
    response: 'Response',
    none_active: 'No deliveries yet. Send a test event.',
    none: 'No deliveries yet.',
  },
  delivery: {
    id: 'ID',
    happened: 'Occurred',
    attempts: 'Attempts',
    last: 'Last attempt',
    next: 'Next attempt',
    sent: 'Request',
    body: 'Request body',
    response: 'Response (first bytes)',
  },
  verify: {
    title: 'For developers',
    request: 'Each event is a POST request with JSON: {fields}. {reference}',
    reference: 'See the fields.',
    subscribed: 'This webhook receives',
    with_notes: 'including private notes.',
    without_notes: 'without private notes.',
    respond:
      'Respond with 2xx within {seconds} s and process the event afterwards. Anything else is retried with increasing delays for up to {hours} h.',
    order:
      'Events may be delivered more than once, with the same {id}, and out of order after a failure. Use {seq} to order messages.',
    redirects: 'Redirects aren’t followed. Responding 410 disables the webhook.',
    signature: 'Verify {header} to make sure events come from this chat:',
    snippet: 'How to verify a signature in Node.js',
  },
  flash: {
    created: 'Webhook created. Copy its secret now. You won’t see it again.',
    deleted: 'Webhook and log deleted.',
    rotated: 'New secret created. Copy it now. You won’t see it again.',
    tested: 'Test event sent. See the log for the result.',
    resending: 'Resending…',
  },
} as const
