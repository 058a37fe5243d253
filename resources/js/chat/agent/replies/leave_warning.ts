import type { ReplyOutbox } from './reply_outbox.js'

/** Has the browser ask before the page is left, for as long as something on it is unsent and no longer. */
export function warnBeforeLeaving(replies: ReplyOutbox) {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  const follow = () => {
    if (replies.isAtRisk) addEventListener('beforeunload', ask)
    else removeEventListener('beforeunload', ask)
  }
  replies.join({ onChange: follow })
  follow()
}
