import type { RulesJson } from '../../../../app/chat/transformers/json/rules_json.js'

declare const __CRM_CHAT_RULES__: RulesJson

export const config = __CRM_CHAT_RULES__
