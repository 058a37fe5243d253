import styles from '../../../css/chat/widget/later.css?inline'
import { linkify } from '../../../../app/chat/support/linkify.js'
import type { Bridge } from './bridge.js'
import type { Chat } from './model/chat.js'
import { Rating } from './model/rating.js'
import { Reach } from './model/reach.js'
import { ReplyPush } from './model/reply_push.js'
import { Transcript } from './model/transcript.js'
import { Consent } from './view/consent.js'
import { Preview } from './view/preview.js'
import { PushOffer } from './view/push_offer.js'
import { RatingForm } from './view/rating_form.js'
import { ReachForm } from './view/reach_form.js'
import { TranscriptMenu } from './view/transcript_menu.js'

export { signIn } from './model/sign_in.js'

/** Where the parts stand in the frame, each empty until then. */
export interface Places {
  header: HTMLElement
  /** In the place of the thread. */
  first: HTMLElement
  /** Below the messages. */
  below: HTMLElement
}

/**
 * What the frame loads when there is a conversation, or consent is missing: opening the chat does without. It is built beside the
 * frame's script, with copies of what both need, and works on the frame's own `Chat`.
 */
export class Later {
  readonly preview: Preview
  #parts: { render(): void }[]

  /** @param focus puts the cursor into the composer */
  constructor(chat: Chat, bridge: Bridge, { header, first, below }: Places, focus: () => void) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const keep = new TranscriptMenu(chat, new Transcript(chat, chat.api))
    const consent = new Consent(chat)
    const reach = new ReachForm(chat, new Reach(chat), focus)
    const rating = new RatingForm(chat, new Rating(chat, chat.api))
    const push = new PushOffer(new ReplyPush(chat, bridge), focus)
    header.append(keep.element)
    first.append(consent.element)
    below.append(reach.element, push.element, rating.element)
    this.preview = new Preview(chat, bridge)
    chat.linkify = linkify
    this.#parts = [keep, consent, reach, push, rating, this.preview]
  }

  render() {
    for (const part of this.#parts) part.render()
  }
}
