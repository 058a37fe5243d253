import { ListLoader } from '@adonisjs/core/ace'
import ChatDoctor from '#chat/commands/chat_doctor'
import ChatDue from '#chat/commands/chat_due'
import ChatDrill from '#chat/commands/chat_drill'
import ChatEject from '#chat/commands/chat_eject'
import ChatRetention from '#chat/commands/chat_retention'
import ChatRollup from '#chat/commands/chat_rollup'
import ChatUninstall from '#chat/commands/chat_uninstall'
import ChatUpgrade from '#chat/commands/chat_upgrade'
import ChatWidgetKey from '#chat/commands/chat_widget_key'
import ChatWork from '#chat/commands/chat_work'

const commands = new ListLoader([
  ChatDoctor,
  ChatDrill,
  ChatDue,
  ChatEject,
  ChatRetention,
  ChatRollup,
  ChatUninstall,
  ChatUpgrade,
  ChatWidgetKey,
  ChatWork,
])

/** The module's Ace commands, as AdonisJS lists and loads them. */
export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
