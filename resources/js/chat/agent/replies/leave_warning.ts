import type { ReplyOutbox } from './reply_outbox.js'

/** Has the browser ask before the page is left while a reply is unsent. */
export function warnBeforeLeaving(replies: ReplyOutbox) {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  const follow = () => {
    if (replies.isAtRisk) addEventListener('beforeunload', ask)
    else removeEventListener('beforeunload', ask)
  }
  replies.join({ onChange: follow })
  follow()
}
