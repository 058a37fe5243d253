/** How webhooks and their deliveries are doing, on their pages. */
export const deliveries = {
  webhook: {
    stopped: 'Disabled',
    paused: 'Paused',
    failing: 'Failing since {time}',
    healthy: 'Healthy',
    unused: 'No deliveries yet',
  },
  advice: {
    gone: 'Disabled because the server responded 410 Gone. Fix the endpoint, then edit the webhook and turn it back on.',
    paused:
      'Paused. New events won’t be sent, now or later. Deliveries that were already pending go out when you turn the webhook back on.',
    failing:
      'See the log below. Failed deliveries are retried with increasing delays; you can also resend them manually.',
  },
  delivery: {
    delivered: 'Delivered',
    failed: 'Failed',
    sending: 'Sending',
    waiting: 'Pending',
    retrying: 'Failed. Next attempt: {time}',
  },
  attempts: {
    one: '{count} attempt',
    other: '{count} attempts',
  },
  no_response: 'No response after {time}',
  response: '{status} in {time}',
  reasons: {
    timeout: 'Timed out.',
    dns: 'Host not found. Check the URL.',
    refused: 'Connection refused. Nothing is listening at this address.',
    unreachable: 'Host unreachable.',
    tls: 'Invalid TLS certificate for this host. Nothing was sent.',
    forbidden_address: 'Blocked: this URL points to a private network. Nothing was sent.',
    broken: 'The connection closed before the server responded.',
    status: 'The server responded with an error. Only 2xx counts as delivered.',
    redirect: 'The server redirected the request. Redirects aren’t followed; use the final URL.',
    gone: 'The server responded 410 Gone, so we disabled the webhook.',
    secret: 'The secret can’t be decrypted because APP_KEY changed. Create a new one.',
  },
  events: {
    message_sent: {
      label: 'Message sent',
      hint: 'From a visitor, an agent or the system. Includes the text.',
    },
    conversation_updated: {
      label: 'Conversation updated',
      hint: 'Created, assigned, resolved, closed, reopened or archived.',
    },
    conversation_deleted: {
      label: 'Conversation deleted',
      hint: 'Permanently, including all its messages.',
    },
    test: 'Test',
  },
} as const
