import { DateTime, type DurationLike } from 'luxon'
import app from '@adonisjs/core/services/app'
import DueAction from '#chat/models/due_action'
import type Conversation from '#chat/models/conversation'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { ActionQueue } from '#chat/services/due_actions/action_queue'
import { DueWorker } from '#chat/workers/due_worker'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** A worker of its own whose clock is ahead by so much; asleep but for the rounds it is asked for. */
export async function workerIn({ chat }: ChatWorld, ahead: DurationLike, kinds?: DueKind[]) {
  const logger = await app.container.make('logger')
  const parts = {
    later: chat.dueActions,
    kinds: kinds ?? chat.dueKinds,
    host: chat.host,
    logger,
  }
  return new DueWorker([new ActionQueue(parts, () => DateTime.utc().plus(ahead))], logger)
}

/** Runs what is due when so much time has passed. */
export async function after(world: ChatWorld, ahead: DurationLike) {
  const worker = await workerIn(world, ahead)
  await worker.round()
}

/** The same for work that gives way to other work after each turn: until it is done. */
export async function afterTurns(
  world: ChatWorld,
  ahead: DurationLike,
  isDone: () => Promise<unknown>
) {
  const worker = await workerIn(world, ahead)
  do await worker.round()
  while (!(await isDone()))
}

/** What is to happen with a conversation. */
export const dueFor = ({ id }: Conversation) => DueAction.query().where('conversation_id', id)

/** Stops the application's own worker, so that a test alone says when what is due runs; returns what starts it again. */
export async function withoutDueWorker() {
  const worker = await app.container.make(DueWorker)
  await worker.stop()
  return () => worker.start()
}
