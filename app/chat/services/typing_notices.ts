import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import { tell } from '#chat/services/tell'

/** Who types and who looks at a conversation right now: told to the others, never stored. */
export class TypingNotices {
  constructor(protected emitter: EmitterLike<EventsList>) {}

  async byVisitor(conversation: Conversation, visitor: Visitor, typing: boolean) {
    tell(this.emitter, 'chat.typing.changed', {
      conversation,
      by: 'visitor',
      agentId: null,
      name: visitor.displayName,
      typing,
    })
  }

  async byAgent(conversation: Conversation, agent: Agent, typing: boolean) {
    tell(this.emitter, 'chat.typing.changed', {
      conversation,
      by: 'agent',
      agentId: agent.id,
      name: agent.name,
      typing,
    })
  }

  /** Tells the other agents that this one has the conversation open, or has left it (I4). */
  async viewing(conversation: Conversation, agent: Agent, viewing: boolean) {
    tell(this.emitter, 'chat.viewing.changed', { conversation, agent, viewing })
  }
}
