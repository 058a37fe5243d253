import { catalogue } from '../../../../app/chat/texts/catalogue.js'
import type { inboxCommands } from '../../../../app/chat/texts/en/inbox_commands.js'
import type { inboxScript } from '../../../../app/chat/texts/en/inbox_script.js'
import { createTranslator } from '../../../../app/chat/texts/translator.js'

/** Answers the texts of the inbox's script, in the language of its page. */
export const text = createTranslator<{
  inbox_commands: typeof inboxCommands
  inbox_script: typeof inboxScript
}>(catalogue)
