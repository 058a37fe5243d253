import { randomUUID } from 'node:crypto'
import type { PastChat } from './plan.js'
import type { Agent } from 'adonis-crm-chat'
import { toSqlUtc, text } from 'adonis-crm-chat/importing'

interface Place {
  conversation_id: number
  visitorId: number
}

/** The lines of a conversation that is over, as rows: a question, its answer, thanks, and the end. */
export function threadOf(chat: PastChat, agent: Agent, { conversation_id, visitorId }: Place) {
  const { topic, answeredAfter: answered, resolvedAfter: resolved, rating, name } = chat
  const visitor = {
    sender_type: 'visitor',
    sender_id: visitorId,
    sender_name: name ?? 'Visitor',
    type: 'text',
  }
  const line = (event: string) => ({
    sender_type: 'system',
    sender_id: null,
    sender_name: 'System',
    type: 'event',
    metadata: JSON.stringify({ event }),
  })
  const lines = [
    { ...visitor, content: topic.question, after: 0 },
    {
      ...line('joined'),
      content: text('system_lines.joined', { agent: agent.name }),
      after: answered,
    },
    {
      sender_type: 'agent',
      sender_id: agent.id,
      sender_name: agent.name,
      type: 'text',
      content: topic.answer,
      after: answered,
    },
    { ...visitor, content: topic.thanks, after: answered + 45 },
    {
      ...line('resolved'),
      content: text('system_lines.resolved', { agent: agent.name }),
      after: resolved,
    },
    ...(rating ? [{ ...line('rated'), content: sayRating(chat), after: resolved + 60 }] : []),
  ]
  return lines.map(({ after, ...rest }, index) => {
    const at = toSqlUtc(chat.startedAt.plus({ seconds: after }))
    return {
      metadata: null,
      ...rest,
      external_id: randomUUID(),
      tenant_id: agent.tenantId,
      conversation_id,
      seq: index + 1,
      visibility: index === 5 ? 'internal' : 'public',
      read_at: rest.type === 'text' ? at : null,
      created_at: at,
    }
  })
}

function sayRating({ name, rating }: PastChat) {
  const values = { visitor: name ?? 'Visitor', rating: rating!.stars }
  return rating!.words
    ? text('system_lines.rated_feedback', { ...values, feedback: rating!.words })
    : text('system_lines.rated', values)
}
