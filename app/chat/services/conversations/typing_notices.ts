import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

/** Who is typing and who has a conversation open: broadcast to the others, never stored. */
export class TypingNotices {
  constructor(protected emitter: EmitterLike<EventsList>) {}

  async byVisitor(conversation: Conversation, visitor: Visitor, typing: boolean) {
    emitAfterCommit(this.emitter, 'chat.typing.changed', {
      conversation,
      by: 'visitor',
      agentId: null,
      name: visitor.displayName,
      typing,
    })
  }

  async byAgent(conversation: Conversation, agent: Agent, typing: boolean) {
    emitAfterCommit(this.emitter, 'chat.typing.changed', {
      conversation,
      by: 'agent',
      agentId: agent.id,
      name: agent.name,
      typing,
    })
  }

  /** Broadcasts to the other agents that this one has opened or left the conversation (I4). */
  async viewing(conversation: Conversation, agent: Agent, viewing: boolean) {
    emitAfterCommit(this.emitter, 'chat.viewing.changed', { conversation, agent, viewing })
  }
}
