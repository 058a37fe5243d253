import { ListLoader } from '@adonisjs/core/ace'
import CrmToken from '#crm/commands/crm_token'
import CrmPassword from '#crm/commands/crm_password'
import CrmUser from '#crm/commands/crm_user'
import CrmFirstLink from '#crm/commands/crm_first_link'
import ChatDemo from '#crm/commands/chat_demo'
import CrmDemo from '#crm/commands/crm_demo'

const commands = new ListLoader([CrmToken, CrmUser, CrmPassword, CrmFirstLink, CrmDemo, ChatDemo])

/** The CRM's Ace commands, as AdonisJS lists and loads them. */
export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
