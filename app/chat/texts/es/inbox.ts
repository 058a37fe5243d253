import { inboxActions } from './inbox_actions.js'
import { inboxConversation } from './inbox_conversation.js'
import { inboxEmpty } from './inbox_empty.js'
import { inboxList } from './inbox_list.js'
import { inboxMail } from './inbox_mail.js'
import { inboxVisitor } from './inbox_visitor.js'
import type { inbox as english } from '../en/inbox.js'
import type { Translation } from '../translation.js'

export const inbox: Translation<typeof english> = {
  page: 'Chat',
  list: inboxList,
  empty: inboxEmpty,
  actions: inboxActions,
  conversation: inboxConversation,
  mail: inboxMail,
  visitor: inboxVisitor,
}
