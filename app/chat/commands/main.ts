import { ListLoader } from '@adonisjs/core/ace'
import ChatDemo from '#chat/commands/chat_demo'
import ChatRollup from '#chat/commands/chat_rollup'
import ChatWidgetKey from '#chat/commands/chat_widget_key'

const commands = new ListLoader([ChatDemo, ChatRollup, ChatWidgetKey])

/** The module's Ace commands, as AdonisJS lists and loads them. */
export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
