import type { AttachmentJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import type { OpenConversation } from '../open_conversation.js'
import type { Page } from '../page.js'

/** A reply on its way from the composer, which keeps the text unless the outbox takes it. */
interface Sending {
  content: string
  internal: boolean
  files: AttachmentJson[]
  isKept: boolean
}

/** Hands what the composer sends to the outbox, and reports to the server that the agent is typing. */
export function listenToComposer(page: Page, open: () => OpenConversation | undefined) {
  page.root.addEventListener('chat:send', (event) => {
    const conversation = open()
    if (!conversation) return
    const { detail } = event as CustomEvent<Sending>
    const { content, internal, files } = detail
    const { id, title, seenSeq } = conversation
    page.replies.add({ conversation: id, title, content, internal, files, seenSeq })
    detail.isKept = true
    conversation.toEnd()
  })
  page.root.addEventListener('chat:typing', (event) => {
    const { isTyping } = (event as CustomEvent).detail
    const conversation = open()
    if (!conversation) return
    page.api.post(`${conversation.url}/typing`, { typing: isTyping }).catch(() => {})
  })
}
