import { catalogue } from '../../../../app/chat/texts/catalogue.js'
import type { agentScript } from '../../../../app/chat/texts/en/agent_script.js'
import { createTranslator } from '../../../../app/chat/texts/translator.js'

/** Answers the texts of the agents' script, in the language of its page. */
export const text = createTranslator<{ agent_script: typeof agentScript }>(catalogue)
