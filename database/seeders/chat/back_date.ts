import { DateTime } from 'luxon'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Agent, Conversation, Message, PageView, Visitor, type Priority } from 'adonis-crm-chat'
import { toSqlUtc } from 'adonis-crm-chat/importing'
import type { Moment, Played } from '#database/seeders/chat/play'

/** Gives a conversation that was played just now the times at which it is meant to have happened. */
export function backDate(db: Database, played: Played, priority: Priority) {
  return db.transaction(async (trx) => {
    await dateMessages(played, trx)
    await dateConversation(played, priority, trx)
    await dateVisitor(played, trx)
    if (played.rating) await rate(played, trx)
  })
}

async function dateMessages({ conversation, moments }: Played, trx: TransactionClientContract) {
  let from = 1
  for (const { seq, at } of moments) {
    const ofStep = () =>
      Message.query({ client: trx })
        .where('conversation_id', conversation.id)
        .whereBetween('seq', [from, seq])
    if (seq < from) continue
    await ofStep().update({ created_at: toSqlUtc(at) })
    await ofStep()
      .whereNotNull('read_at')
      .update({ read_at: toSqlUtc(seenAt(at)) })
    from = seq + 1
  }
}

async function dateConversation(
  { conversation, moments }: Played,
  priority: Priority,
  trx: TransactionClientContract
) {
  const stored = await Conversation.findOrFail(conversation.id, { client: trx })
  const [first, last] = [moments[0].at, moments[moments.length - 1].at]
  const lastText =
    moments.findLast(({ step }) => step.kind === '>' || step.kind === '<') ?? moments[0]
  const firstAnswer = moments.find(({ step }) => step.kind === '<')
  const timeOf = (verb: string) => moments.findLast(({ step }) => step.text === verb)?.at ?? null

  stored.merge({
    priority,
    createdAt: first,
    updatedAt: last,
    lastMessageAt: lastText.at,
    firstResponseAt: firstAnswer?.at ?? null,
    queuedAt: stored.queuedAt && first,
    assignedAt: stored.assignedAt && (firstAnswer?.at ?? last),
    queueSeconds: stored.assignedAt && secondsBetween(first, firstAnswer?.at ?? last),
    waitingSince: stored.waitingSince && waitingSince(moments),
    resolvedAt: stored.resolvedAt && timeOf('resolve'),
    closedAt: stored.closedAt && timeOf('close'),
    archivedAt: stored.archivedAt && timeOf('archive'),
  })
  await stored.useTransaction(trx).save()
}

/** The first thing that the visitor wrote after the team's last answer. */
function waitingSince(moments: Moment[]) {
  const answered = moments.findLastIndex(({ step }) => step.kind === '<')
  return moments.slice(answered + 1).find(({ step }) => step.kind === '>')?.at ?? null
}

/** The visitor came a few minutes before they wrote, a page a minute. */
async function dateVisitor({ visitor, moments }: Played, trx: TransactionClientContract) {
  const wrote = moments[0].at
  const trail = await PageView.query({ client: trx })
    .where('visitor_id', visitor.id)
    .orderBy('id', 'desc')
  for (const [index, view] of trail.entries()) {
    const viewedAt = wrote.minus({ minutes: index + 1, seconds: index * 13 })
    if (view.viewedAt > viewedAt) await view.useTransaction(trx).merge({ viewedAt }).save()
  }
  const came = wrote.minus({ minutes: trail.length + 1 })
  const firstSeenAt = DateTime.min(came, visitor.firstSeenAt)
  const lastSeenAt = moments.findLast(({ step }) => step.kind === '>')!.at.plus({ minutes: 2 })
  await Visitor.query({ client: trx })
    .where('id', visitor.id)
    .update({
      first_seen_at: toSqlUtc(firstSeenAt),
      created_at: toSqlUtc(firstSeenAt),
      updated_at: toSqlUtc(lastSeenAt),
      last_seen_at: toSqlUtc(DateTime.min(lastSeenAt, DateTime.utc())),
    })
}

async function rate({ conversation, rating, moments }: Played, trx: TransactionClientContract) {
  const { stars, words } = rating!
  const ratedAt = moments.findLast(({ step }) => step.text.startsWith('rate '))!.at
  await Conversation.query({ client: trx })
    .where('id', conversation.id)
    .update({
      rating: stars,
      feedback: words || null,
      rated_agent_id: conversation.agentId,
      rated_at: toSqlUtc(ratedAt),
    })
  if (!conversation.agentId) return
  await Agent.query({ client: trx })
    .where('id', conversation.agentId)
    .increment({ total_rating: stars, ratings_count: 1 })
}

const secondsBetween = (from: DateTime, to: DateTime) => Math.round(to.diff(from).as('seconds'))

/** The other side read a little later, but never in the future. */
const seenAt = (at: DateTime) => DateTime.min(at.plus({ seconds: 40 }), DateTime.utc())
