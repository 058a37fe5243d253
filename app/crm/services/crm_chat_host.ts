import type { CrmHost } from 'adonis-crm-chat'
import * as clock from '#crm/services/chat_host/chat_clock'
import * as contacts from '#crm/services/chat_host/chat_contacts'
import * as leads from '#crm/services/chat_host/chat_leads'
import * as chatModule from '#crm/services/chat_host/chat_module'
import * as people from '#crm/services/chat_host/chat_people'
import * as tickets from '#crm/services/chat_host/chat_tickets'
import * as users from '#crm/services/chat_host/chat_users'

/** This CRM's side of the contract with the chat: all that the chat can see and do here. */
export const crmChatHost: CrmHost = {
  ...chatModule,
  ...clock,
  ...users,
  ...people,
  ...leads,
  ...tickets,
  ...contacts,
}
