import { inject } from '@adonisjs/core'
import type { MessageSent } from '#chat/events/chat_events'
import { ProcessCounters } from '#chat/metrics/process_counters'

/** Counts what this process has stored, for its metrics. */
@inject()
export default class CountMessages {
  constructor(protected counters: ProcessCounters) {}

  messageSent({ conversation, message }: MessageSent) {
    this.counters.countMessage(conversation.tenantId, message.senderType)
  }
}
