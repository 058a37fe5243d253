import type { LoaderConfigJson } from '../../../../app/chat/transformers/json/loader_json.js'

declare const __CRM_CHAT_CONFIG__: LoaderConfigJson
declare const __CRM_CHAT_CONSENT__: boolean

export const config = __CRM_CHAT_CONFIG__

/** Whether this is the loader of widgets that ask for consent; the other one has none of that code. */
export const ASKS_CONSENT = __CRM_CHAT_CONSENT__

/** What the names of the chat's entries in the website's storage begin with. */
export const PREFIX = `crmchat:${config.key}:`
