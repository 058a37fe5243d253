import '../../../css/chat/link.css'
import type { LinkPageJson } from '../../../../app/chat/transformers/json/link_json.js'
import { LinkPage } from './link_page.js'

const data = JSON.parse(document.getElementById('chat-link')!.textContent) as LinkPageJson
void new LinkPage(data).open()
