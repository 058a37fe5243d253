import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import type Label from '#chat/models/label'
import type Widget from '#chat/models/widget'

export const FIRST_NUMBER = 1_000_000

/** When the history began, in seconds since 1970, and how far its conversations lie apart. */
export const HISTORY_BEGAN = 1_600_000_000
export const SECONDS_APART = 300

/** The words of searches, from one that every message has to one that none has. */
export const WORDS = { common: 'sentence', rare: 'xylophone', absent: 'zeppelin' }

const MESSAGES_PER_CONVERSATION = 10
const MESSAGES_PER_RARE_WORD = 10_000

/** Of these two in a thousand, one is open and one closed. */
const RARE = 'c.number % 1000 in (1, 504)'

/** What the history is about. */
export interface HistoryOf {
  widget: Widget
  rareWidget: Widget
  label: Label
  rareLabel: Label
  /** Has the rare conversations, and no other. */
  rareAgentId: number
}

const SQLITE_UUID = `lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)),
  substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

const joined = (...parts: string[]) => parts.join(' || ')

const SQLITE = {
  uuid: SQLITE_UUID,
  digest: 'lower(hex(randomblob(32)))',
  moment: (seconds: string) => `strftime('%Y-%m-%d %H:%M:%f', ${seconds}, 'unixepoch')`,
  text: joined,
  integer: 'integer',
  session: ['PRAGMA cache_size = -200000'],
  analyze: 'ANALYZE',
}

const MYSQL: typeof SQLITE = {
  uuid: 'uuid()',
  digest: 'sha2(uuid(), 256)',
  moment: (seconds) => `from_unixtime(${seconds})`,
  text: (...parts) => `concat(${parts.join(', ')})`,
  integer: 'unsigned',
  session: ['SET unique_checks = 0', 'SET foreign_key_checks = 0', "SET time_zone = '+00:00'"],
  analyze: 'ANALYZE TABLE',
}

const POSTGRES: typeof SQLITE = {
  uuid: 'cast(gen_random_uuid() as text)',
  digest: "encode(sha256(cast(cast(gen_random_uuid() as text) as bytea)), 'hex')",
  moment: (seconds) => `to_timestamp(${seconds})`,
  text: joined,
  integer: 'integer',
  session: [],
  analyze: 'ANALYZE',
}

/** What the databases write differently. */
export function dialectOf({ dialect }: Pick<QueryClientContract, 'dialect'>) {
  if (dialect.name === 'mysql') return MYSQL
  return dialect.name === 'postgres' ? POSTGRES : SQLITE
}

/** Visitors, conversations, their labels and messages, for the numbers from one to another. */
export function statementsFor(
  client: QueryClientContract,
  of: HistoryOf,
  from: number,
  to: number
) {
  const { widget, rareWidget, label, rareLabel, rareAgentId } = of
  const { uuid, digest, moment, text, integer } = dialectOf(client)
  const numbers = [FIRST_NUMBER + from, FIRST_NUMBER + to - 1].join(' and ')
  const at = (number: string, later = '0') =>
    moment(`${HISTORY_BEGAN} + (${number} - ${FIRST_NUMBER}) * ${SECONDS_APART} + ${later}`)
  const [visitors, rows, links, messages] = [
    'visitors',
    'conversations',
    'conversation_labels',
    'messages',
  ].map(chatTable)
  const tenant = `'${widget.tenantId}'`
  const agents = `(select id from ${chatTable('agents')} where id = (c.number - c.number % 10) / 10 % 6 + 1)`
  const digits = Array.from(
    { length: MESSAGES_PER_CONVERSATION },
    (_, digit) => `select ${digit} as d`
  ).join(' union all ')
  const n = `(select a.d + b.d * 10 + e.d * 100 + f.d * 1000 + ${FIRST_NUMBER + from} as number
    from (${digits}) a, (${digits}) b, (${digits}) e, (${digits}) f)`
  const address = text("'visitor'", 'n.number', "'@example.com'")
  const word = `case when (c.number * ${MESSAGES_PER_CONVERSATION} + d.d) % ${MESSAGES_PER_RARE_WORD} = 7
    then '${WORDS.rare}' else 'chat' end`

  return [
    `insert into ${visitors} (external_id, tenant_id, widget_id, token_hash, token_expires_at,
       name, email, email_key, user_agent, first_seen_at, last_seen_at, created_at, updated_at)
     select ${uuid}, ${tenant}, ${widget.id}, ${digest}, ${moment('2100000000')},
       ${text("'Visitor '", 'n.number')}, ${address}, ${address},
       'bench', ${at('n.number')}, ${at('n.number')}, ${at('n.number')}, ${at('n.number')}
     from ${n} n where n.number between ${numbers} order by n.number`,
    `insert into ${rows} (external_id, tenant_id, number, widget_id, visitor_id, agent_id,
       agent_name, open_key, folder, status, priority, is_labelled, last_message,
       last_message_sender_type, last_message_at, message_count, last_seq, first_response_at,
       resolved_at, rating, created_at, updated_at)
     select ${uuid}, ${tenant}, c.number,
       case when ${RARE} then ${rareWidget.id} else ${widget.id} end, c.visitor_id,
       case when ${RARE} then ${rareAgentId} when c.number % 10 < 7 then ${agents} end, 'Agent',
       case when c.number % 10 < 3 then c.visitor_id end,
       case when c.number % 10 < 3 then 'open' when c.number % 10 = 3 then 'archived'
         else 'ended' end,
       case when c.number % 10 < 2 then 'active' when c.number % 10 = 2 then 'pending'
         else 'closed' end,
       case when ${RARE} then 'urgent' when c.number % 20 = 1 then 'high' else 'normal' end,
       case when c.number % 2 = 0 or ${RARE} then true else false end,
       'The last thing that was said', 'visitor', ${at('c.number')},
       ${MESSAGES_PER_CONVERSATION}, ${MESSAGES_PER_CONVERSATION},
       case when c.number % 10 <> 2 then ${at('c.number', '5 + c.number % 600')} end,
       case when c.number % 10 > 3 then ${at('c.number', '600 + c.number % 7200')} end,
       case when c.number % 10 > 6 then 1 + c.number % 5 end,
       ${at('c.number')}, ${at('c.number')}
     from (select id as visitor_id, case when user_agent = 'bench' then cast(substr(name, 9) as ${integer}) end as number from ${visitors}
       where user_agent = 'bench' and name like 'Visitor %') c
     where c.number between ${numbers}`,
    `insert into ${links} (conversation_id, label_id, in_folder, in_status, in_agent_id,
       in_widget_id, in_priority, sorted_at)
     select c.id, case when ${RARE} then ${rareLabel.id} else ${label.id} end, c.folder, c.status,
       c.agent_id, c.widget_id, c.priority, c.last_message_at
     from ${rows} c where c.number between ${numbers} and c.is_labelled`,
    `insert into ${messages} (external_id, tenant_id, conversation_id, seq, client_message_id,
       sender_type, sender_id, sender_name, content, created_at)
     select ${uuid}, ${tenant}, c.id, d.d + 1, ${uuid},
       case when d.d % 2 = 0 then 'visitor' else 'agent' end, c.visitor_id, 'A visitor',
       ${text(`'A ${WORDS.common} of the length that people write in a '`, word, "' window.'")},
       c.created_at
     from ${rows} c, (${digits}) d where c.number between ${numbers}`,
  ]
}
