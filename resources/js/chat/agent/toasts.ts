const LASTS = 15_000
const AT_A_TIME = 3

/** What must not be missed, on whatever page of the CRM one is: read out, and gone by itself. */
class Toasts {
  #region?: HTMLElement

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
    const toast = document.createElement('div')
    const open = document.createElement('a')
    const words = document.createElement('span')
    const close = document.createElement('button')
    toast.className = 'chat-agent-toast'
    toast.dataset.conversation = id
    open.href = `/chat/${id}`
    words.dir = 'auto'
    words.textContent = text
    open.append(Object.assign(document.createElement('strong'), { textContent: title }), words)
    close.type = 'button'
    close.textContent = '✕'
    close.setAttribute('aria-label', 'Dismiss')
    close.onclick = () => toast.remove()
    toast.append(open, close)
    this.dismiss(id)
    this.#region!.append(toast)
    if (this.#region!.childElementCount > AT_A_TIME) this.#region!.firstElementChild!.remove()
    setTimeout(() => toast.remove(), LASTS)
  }

  /** What was said about this conversation has been heeded. */
  dismiss(id: string) {
    this.#region?.querySelector(`[data-conversation="${CSS.escape(id)}"]`)?.remove()
  }
}

export const toasts = new Toasts()
