import type { ApplicationService } from '@adonisjs/core/types'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import type Widget from '#chat/models/widget'

const CONVERSATIONS_PER_STATEMENT = 5_000
const FIRST_NUMBER = 1_000_000

/** When the history began, in seconds since 1970, and how far its conversations lie apart. */
export const HISTORY_BEGAN = 1_600_000_000
export const SECONDS_APART = 30

const SQLITE_UUID = `lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)),
  substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

/** What the two databases write differently. */
function dialectOf(client: QueryClientContract) {
  return client.dialect.name === 'mysql'
    ? {
        uuid: 'uuid()',
        digest: 'sha2(uuid(), 256)',
        moment: (seconds: string) => `from_unixtime(${seconds})`,
        text: (prefix: string, value: string) => `concat('${prefix}', ${value})`,
        session: [
          'SET unique_checks = 0',
          'SET foreign_key_checks = 0',
          "SET time_zone = '+00:00'",
        ],
      }
    : {
        uuid: SQLITE_UUID,
        digest: 'lower(hex(randomblob(32)))',
        moment: (seconds: string) => `strftime('%Y-%m-%d %H:%M:%f', ${seconds}, 'unixepoch')`,
        text: (prefix: string, value: string) => `'${prefix}' || ${value}`,
        session: ['PRAGMA cache_size = -200000'],
      }
}

/**
 * Years of chat, written by the database itself: conversations of ten messages, one visitor each;
 * three in ten open, one in ten archived, shared out among six agents and nobody; nine in ten answered,
 * six resolved, three rated. Answers with the id of one in the middle.
 */
export async function addHistory(app: ApplicationService, widget: Widget, conversations: number) {
  const db = await app.container.make('lucid.db')
  const trx = await db.transaction()
  try {
    for (const statement of dialectOf(trx).session) await trx.rawQuery(statement)
    for (let from = 0; from < conversations; from += CONVERSATIONS_PER_STATEMENT) {
      const to = Math.min(from + CONVERSATIONS_PER_STATEMENT, conversations)
      for (const statement of statementsFor(trx, widget, from, to)) await trx.rawQuery(statement)
    }
    await trx.commit()
  } catch (error) {
    await trx.rollback()
    throw error
  }
  const tables = ['visitors', 'conversations', 'messages'].map(chatTable)
  const verb = db.connection().dialect.name === 'mysql' ? 'ANALYZE TABLE' : 'ANALYZE'
  for (const table of tables) await db.rawQuery(`${verb} ${table}`)
  const middle = { number: FIRST_NUMBER + Math.floor(conversations / 2) }
  const found = await db.from(chatTable('conversations')).where(middle).first()
  return (found?.external_id as string | undefined) ?? null
}

function statementsFor(client: QueryClientContract, widget: Widget, from: number, to: number) {
  const { uuid, digest, moment, text } = dialectOf(client)
  const numbers = [FIRST_NUMBER + from, FIRST_NUMBER + to - 1].join(' and ')
  const at = (number: string, later = '0') =>
    moment(`${HISTORY_BEGAN} + (${number} - ${FIRST_NUMBER}) * ${SECONDS_APART} + ${later}`)
  const [visitors, rows, messages] = ['visitors', 'conversations', 'messages'].map(chatTable)
  const tenant = `'${widget.tenantId}'`
  const agents = `(select id from ${chatTable('agents')} where id = (c.number - c.number % 10) / 10 % 6 + 1)`
  const digits = Array.from({ length: 10 }, (_, digit) => `select ${digit} as d`).join(
    ' union all '
  )
  const n = `(select a.d + b.d * 10 + e.d * 100 + f.d * 1000 + ${FIRST_NUMBER + from} as number
    from (${digits}) a, (${digits}) b, (${digits}) e, (${digits}) f)`

  return [
    `insert into ${visitors} (external_id, tenant_id, widget_id, token_hash, token_expires_at,
       name, user_agent, first_seen_at, last_seen_at, created_at, updated_at)
     select ${uuid}, ${tenant}, ${widget.id}, ${digest}, ${moment('2100000000')},
       ${text('Visitor ', 'n.number')}, 'bench', ${at('n.number')}, ${at('n.number')},
       ${at('n.number')}, ${at('n.number')}
     from ${n} n where n.number between ${numbers} order by n.number`,
    `insert into ${rows} (external_id, tenant_id, number, widget_id, visitor_id, agent_id,
       agent_name, open_key, folder, status, last_message, last_message_sender_type,
       last_message_at, message_count, last_seq, first_response_at, resolved_at, rating,
       created_at, updated_at)
     select ${uuid}, ${tenant}, c.number, ${widget.id}, c.visitor_id,
       case when c.number % 10 < 7 then ${agents} end, 'Agent',
       case when c.number % 10 < 3 then c.visitor_id end,
       case when c.number % 10 < 3 then 'open' when c.number % 10 = 3 then 'archived'
         else 'ended' end,
       case when c.number % 10 < 2 then 'active' when c.number % 10 = 2 then 'pending'
         else 'closed' end,
       'The last thing that was said', 'visitor', ${at('c.number')}, 10, 10,
       case when c.number % 10 <> 2 then ${at('c.number', '5 + c.number % 600')} end,
       case when c.number % 10 > 3 then ${at('c.number', '600 + c.number % 7200')} end,
       case when c.number % 10 > 6 then 1 + c.number % 5 end,
       ${at('c.number')}, ${at('c.number')}
     from (select id as visitor_id, cast(substr(name, 9) as unsigned) as number from ${visitors}
       where user_agent = 'bench' and name like 'Visitor %') c
     where c.number between ${numbers}`,
    `insert into ${messages} (external_id, tenant_id, conversation_id, seq, client_message_id,
       sender_type, sender_id, sender_name, content, created_at)
     select ${uuid}, ${tenant}, c.id, d.d + 1, ${uuid},
       case when d.d % 2 = 0 then 'visitor' else 'agent' end,
       c.visitor_id, 'Somebody', 'A sentence of the length that people write in a chat window.',
       c.created_at
     from ${rows} c, (${digits}) d where c.number between ${numbers}`,
  ]
}
