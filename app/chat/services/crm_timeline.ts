import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import type { CrmHost, HostLead } from '#chat/contracts/crm_host'

type Milestone = 'chat.started' | 'chat.closed' | 'chat.promoted' | 'chat.converted'

/** What an agent did, in the transaction in which they do it. */
interface Deed {
  personId: string | null
  by: Agent
  trx: TransactionClientContract
}

/** What a lead's timeline tells of its conversation from before it was one. */
const BEFORE_THE_LEAD: Milestone[] = ['chat.started', 'chat.promoted', 'chat.closed']

const keyOf = (event: Milestone, conversation: Conversation) =>
  `${event}:${conversation.externalId}`

/** What the timelines of people and leads tell of a conversation: each milestone once (P4). */
export class CrmTimeline {
  constructor(protected host: CrmHost) {}

  /** Notes a conversation's start or end on the timelines of its person and lead, if it has any. */
  async startOrEnd(conversation: Conversation, event: 'chat.started' | 'chat.closed') {
    const { personId } = await Visitor.findOrFail(conversation.visitorId)
    if (!personId && !conversation.leadId) return
    const verb = event === 'chat.started' ? 'started' : 'ended'
    await this.#record(conversation, event, `Chat ${conversation.displayNumber} ${verb}`, {
      personId,
    })
  }

  /** A conversation's visitor has become a person. */
  async promotion(conversation: Conversation, deed: Deed) {
    const number = conversation.displayNumber
    await this.#record(conversation, 'chat.started', `Chat ${number} started`, deed)
    await this.#record(conversation, 'chat.promoted', `Met in chat ${number}`, deed)
  }

  /** The lead's timeline tells the whole conversation, whatever was recorded before there was a lead. */
  async conversion(conversation: Conversation, lead: HostLead, deed: Deed) {
    const { displayNumber: number, tenantId } = conversation
    await this.#record(conversation, 'chat.started', `Chat ${number} started`, deed)
    const earlier = BEFORE_THE_LEAD.map((event) => keyOf(event, conversation))
    await this.host.addTimelineToLead(tenantId, earlier, lead.id, deed.trx)
    await this.#record(conversation, 'chat.converted', `Chat ${number} became a lead`, deed)
  }

  #record(
    conversation: Conversation,
    event: Milestone,
    title: string,
    { personId, by, trx }: Partial<Deed>
  ) {
    const isStart = event === 'chat.started'
    return this.host.recordTimeline(
      conversation.tenantId,
      {
        key: keyOf(event, conversation),
        personId: personId ?? null,
        leadId: conversation.leadId,
        actorId: isStart ? null : (by?.userId ?? null),
        event,
        title,
        description: null,
        url: `/chat/${conversation.externalId}`,
        occurredAt: isStart ? conversation.createdAt.toJSDate() : new Date(),
      },
      trx
    )
  }
}
