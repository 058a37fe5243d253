import { AgentMessageWrites } from '#chat/services/conversations/agent_message_writes'
import { AgentMessages } from '#chat/services/conversations/agent_messages'
import { ConversationResumption } from '#chat/services/conversations/conversation_resumption'
import { ReadMarks } from '#chat/services/conversations/read_marks'
import { TypingNotices } from '#chat/services/conversations/typing_notices'
import { VisitorMessageWrites } from '#chat/services/conversations/visitor_message_writes'
import { VisitorMessages } from '#chat/services/conversations/visitor_messages'
import type { FollowUps } from '#chat/services/conversations/follow_ups'
import type { ReplyMails } from '#chat/services/mail/reply_mails'
import type { Proactive } from '#chat/services/proactive/proactive'
import { ReturningVisitors } from '#chat/services/routing/returning_visitors'
import type { ServiceParts } from '#chat/services/service_parts'

/** What messages cause elsewhere. */
interface Companions {
  replyMails: ReplyMails
  proactive: Proactive
  followUps: FollowUps
}

/** `chat.messages`: messages of visitors and agents, read marks, typing notices. */
export class Messages {
  /** Messages of visitors. */
  readonly visitor: VisitorMessages

  /** Replies and notes of agents. */
  readonly agent: AgentMessages

  /** How far each side has read. */
  readonly reads: ReadMarks

  /** Who is typing. */
  readonly typing: TypingNotices

  constructor(
    { config, emitter, writer, loads, turns }: ServiceParts,
    { replyMails, proactive, followUps }: Companions
  ) {
    const returning = new ReturningVisitors(config, loads)
    const resumption = new ConversationResumption(loads, returning, turns)
    const visitorWrites = new VisitorMessageWrites(config, resumption, returning, turns, followUps)
    this.visitor = new VisitorMessages(writer, visitorWrites, proactive)
    this.agent = new AgentMessages(writer, new AgentMessageWrites(loads, replyMails), replyMails)
    this.reads = new ReadMarks(writer, emitter)
    this.typing = new TypingNotices(emitter)
  }
}
