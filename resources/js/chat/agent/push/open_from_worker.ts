import { pageUrl } from '../../shared/page_url.js'

/** A notification of the worker was clicked, and this tab is the one that shows the conversation. */
export function openFromWorker() {
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    const path: unknown = data?.crmChatOpen
    if (typeof path === 'string' && path.startsWith(`${pageUrl('')}/`)) location.assign(path)
  })
}
