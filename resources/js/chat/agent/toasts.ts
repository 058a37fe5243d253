import { catalogue } from '../../../../app/chat/texts/catalogue.js'
import { text } from './texts.js'
import { pageUrl } from '../shared/page_url.js'

const LASTS = 15_000
const AT_A_TIME = 3

/** A notice about a conversation, by its id. */
export interface Toast {
  id: string
  title: string
  text: string
}

/** Notices on any page of the CRM: read out by screen readers, and dismissed after a while. */
class Toasts {
  #region?: HTMLElement
  #kept?: HTMLElement
  #keptWords: string | null = null

  /** The live region has to exist before it gets text, or screen readers ignore it. */
  prepare() {
    this.#region ??= Object.assign(document.createElement('div'), {
      className: 'chat-agent-toasts',
      lang: catalogue().locale,
      role: 'status',
    })
    // A host may have replaced the body
    if (!this.#region.isConnected) document.body.append(this.#region)
  }

  /** Shows a notice that links to its conversation. */
  show(id: string, title: string, body: string) {
    this.prepare()
    const toast = build({ id, title, text: body }, () => toast.remove())
    toast.dataset.conversation = id
    this.dismiss(id)
    this.#region!.append(toast)
    const passing = this.#region!.querySelectorAll('[data-conversation]')
    if (passing.length > AT_A_TIME) passing[0].remove()
    setTimeout(() => toast.remove(), LASTS)
  }

  /**
   * Shows the one notice that stays until its reason ends; null removes it. A dismissed notice returns when its text
   * changes.
   */
  keep(toast: Toast | null) {
    const words = toast && `${toast.id} ${toast.title} ${toast.text}`
    if (words === this.#keptWords) return
    this.prepare()
    this.#keptWords = words
    this.#kept?.remove()
    if (!toast) return
    const kept = build(toast, () => kept.remove())
    kept.classList.add('chat-agent-toast--kept')
    this.#region!.prepend(kept)
    this.#kept = kept
  }

  /** Dismisses the notices about this conversation. */
  dismiss(id: string) {
    this.#region?.querySelector(`[data-conversation="${CSS.escape(id)}"]`)?.remove()
  }
}

function build({ id, title, text: body }: Toast, onClose: () => void) {
  const toast = document.createElement('div')
  const open = document.createElement('a')
  const words = document.createElement('span')
  toast.className = 'chat-agent-toast'
  open.href = pageUrl(`/${id}`)
  words.dir = 'auto'
  words.textContent = body
  open.append(Object.assign(document.createElement('strong'), { textContent: title }), words)
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = '✕'
  close.setAttribute('aria-label', text('agent_script.dismiss'))
  close.onclick = onClose
  toast.append(open, close)
  return toast
}

export const toasts = new Toasts()
