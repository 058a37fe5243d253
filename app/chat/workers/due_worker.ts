import type { Logger } from '@adonisjs/core/logger'
import type { DueQueue } from '#chat/services/due_actions/due_queue'
import type { ChatService } from '#chat/services/chat_service'
import { ActionQueue } from '#chat/services/due_actions/action_queue'
import { DueDeliveries } from '#chat/services/webhooks/due_deliveries'
import { DueLoop } from '#chat/workers/due_loop'

/**
 * Runs what is due: actions of later, and webhook deliveries. Each queue has a loop of its own, so that neither waits
 * for the other's jobs.
 */
export class DueWorker {
  #loops: DueLoop[]

  constructor(queues: DueQueue[], logger: Logger) {
    this.#loops = queues.map((queue) => new DueLoop(queue, logger))
  }

  start() {
    for (const loop of this.#loops) loop.start()
  }

  /** Starts nothing more, gives running jobs a moment, and releases what has not ended; five seconds at most. */
  async stop() {
    await Promise.all(this.#loops.map((loop) => loop.stop()))
  }

  /** Runs all that is due now, and resolves when it has ended; for a worker that is not started. */
  async round(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.drain()))
  }
}

/** Everything of the chat that becomes due. */
export function dueQueues(chat: ChatService, logger: Logger): DueQueue[] {
  const { config, host, webhooks, dueActions: later, dueKinds: kinds } = chat
  return [
    new ActionQueue({ later, kinds, host, logger }),
    new DueDeliveries(config.webhooks, webhooks, host),
  ]
}
