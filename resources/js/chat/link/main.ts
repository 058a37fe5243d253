import '../../../css/chat/link.css'
import { LinkPage, type LinkPageData } from './link_page.js'

const data = JSON.parse(document.getElementById('chat-link')!.textContent) as LinkPageData
void new LinkPage(data).open()
