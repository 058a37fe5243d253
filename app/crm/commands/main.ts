import { ListLoader } from '@adonisjs/core/ace'
import CrmToken from '#crm/commands/crm_token'
import CrmUser from '#crm/commands/crm_user'
import CrmFirstLink from '#crm/commands/crm_first_link'
import CrmDemo from '#crm/commands/crm_demo'

const commands = new ListLoader([CrmToken, CrmUser, CrmFirstLink, CrmDemo])

/** The CRM's Ace commands, as AdonisJS lists and loads them. */
export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
