import styles from '../../../css/chat/loader/consent.css?inline'
import { config } from './config.js'
import { panel, style } from './launcher.js'
import { make } from './make.js'
import type { createStore } from './store.js'

/** What the gate knows of the chat behind it. */
interface Gated {
  store: ReturnType<typeof createStore>
  listen(target: EventTarget, type: string, listener: (event: any) => void): void
  /** The visitor has agreed, here or in another tab. */
  enter(): void
  close(): void
}

/** The entry of the store that holds the version that was agreed to. */
const ENTRY = 'consent'

/**
 * Asks for the visitor's consent in the place of the frame (W16). Answers a function that says whether it is missing,
 * and then shows what to agree to; until it is given nothing is loaded or stored.
 */
export function createConsentGate({ store, listen, enter, close }: Gated) {
  const { version, text, link, more, agree, decline } = config.consent!
  const agreeButton = make('button', 'agree', agree)
  const declineButton = make('button', '', decline)
  const card = make('div', 'consent', make('p', '', text))
  if (link) {
    const anchor = make('a', '', more) as HTMLAnchorElement
    anchor.href = link
    anchor.target = '_blank'
    anchor.rel = 'noopener'
    card.append(anchor)
  }
  card.append(agreeButton, declineButton)
  card.tabIndex = -1
  card.role = 'group'
  card.ariaLabel = config.label

  const isClosed = () => {
    const isMissing = store.read()[ENTRY] !== version
    if (!isMissing) card.remove()
    else if (!card.isConnected) {
      style(styles)
      panel.prepend(card)
    }
    return isMissing
  }

  agreeButton.onclick = () => {
    store.write(ENTRY, version)
    enter()
  }
  declineButton.onclick = close
  card.onkeydown = ({ key }) => {
    if (key === 'Escape') close()
  }
  // Given in another tab
  listen(window, 'storage', () => card.isConnected && !isClosed() && enter())
  return isClosed
}
