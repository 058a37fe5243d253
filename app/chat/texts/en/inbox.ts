import { inboxActions } from './inbox_actions.js'
import { inboxConversation } from './inbox_conversation.js'
import { inboxEmpty } from './inbox_empty.js'
import { inboxList } from './inbox_list.js'
import { inboxMail } from './inbox_mail.js'
import { inboxVisitor } from './inbox_visitor.js'

/** Chat > Inbox. */
export const inbox = {
  page: 'Chat',
  list: inboxList,
  empty: inboxEmpty,
  actions: inboxActions,
  conversation: inboxConversation,
  mail: inboxMail,
  visitor: inboxVisitor,
} as const
