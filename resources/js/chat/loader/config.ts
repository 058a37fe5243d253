import type { LoaderConfigJson } from '../../../../app/chat/transformers/json/loader_json.js'

declare const __CRM_CHAT_CONFIG__: LoaderConfigJson

export const config = __CRM_CHAT_CONFIG__
