import type { SupportPageJson } from '../../../../app/chat/transformers/json/support_json.js'
import { startPageChat } from './page_chat.js'

const script = document.querySelector<HTMLScriptElement>('script[data-chat-support]')
if (script) startPageChat(JSON.parse(script.dataset.chatSupport!) as SupportPageJson)
