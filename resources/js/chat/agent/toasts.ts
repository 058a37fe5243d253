const LASTS = 15_000
const AT_A_TIME = 3

/** Something about a conversation, by its id. */
export interface Toast {
  id: string
  title: string
  text: string
}

/** What must not be missed, on whatever page of the CRM one is: read out, and gone by itself. */
class Toasts {
  #region?: HTMLElement
  #kept?: HTMLElement
  #keptWords: string | null = null

  /** Has to be on the page before anything is said in it, or nobody hears it. */
  prepare() {
    this.#region ??= document.body.appendChild(
      Object.assign(document.createElement('div'), {
        className: 'chat-agent-toasts',
        role: 'status',
      })
    )
  }

  /** Says something about a conversation and leads there. */
  show(id: string, title: string, text: string) {
    this.prepare()
    const toast = build({ id, title, text }, () => toast.remove())
    toast.dataset.conversation = id
    this.dismiss(id)
    this.#region!.append(toast)
    const passing = this.#region!.querySelectorAll('[data-conversation]')
    if (passing.length > AT_A_TIME) passing[0].remove()
    setTimeout(() => toast.remove(), LASTS)
  }

  /**
   * Says the one thing that stays until it is not so any more; with null, nothing. Put away, it comes
   * back when there is something else to say.
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

  /** What was said about this conversation has been heeded. */
  dismiss(id: string) {
    this.#region?.querySelector(`[data-conversation="${CSS.escape(id)}"]`)?.remove()
  }
}

function build({ id, title, text }: Toast, onClose: () => void) {
  const toast = document.createElement('div')
  const open = document.createElement('a')
  const words = document.createElement('span')
  toast.className = 'chat-agent-toast'
  open.href = `/chat/${id}`
  words.dir = 'auto'
  words.textContent = text
  open.append(Object.assign(document.createElement('strong'), { textContent: title }), words)
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = '✕'
  close.setAttribute('aria-label', 'Dismiss')
  close.onclick = onClose
  toast.append(open, close)
  return toast
}

export const toasts = new Toasts()
