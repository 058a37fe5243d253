import { config } from './config.js'
import { createLauncher } from './launcher.js'
import { currentPage, watchPages } from './pages.js'
import { createStore } from './store.js'

/**
 * The chat on the website's page: launcher, frame and the wire between them. Before the visitor acts there is
 * the launcher and nothing else: no request, nothing stored, no history patched.
 */
export function createChat() {
  const abort = new AbortController()
  const { signal } = abort
  const prefix = `crmchat:${config.key}:`
  const [readStore, writeStore] = createStore(prefix)
  const crmOrigin = new URL(config.origin).origin
  const listeners: [name: string, listener: (detail?: unknown) => void][] = []
  let frame: HTMLIFrameElement | undefined
  let ready: boolean
  let isOpen = false
  let unread = 0
  let identity: unknown

  const listen = (target: EventTarget | null, type: string, listener: (event: any) => void) =>
    target!.addEventListener(type, listener, { signal })

  // A listener that throws is the page's matter, not ours
  const emit = (name: string, detail?: unknown) =>
    listeners.forEach((entry) => entry[0] === name && setTimeout(entry[1], 0, detail))

  const post = (type: string, data?: object) =>
    ready && frame!.contentWindow?.postMessage({ crmChat: 1, type, ...data }, crmOrigin)

  /** Above a phone's keyboard: only the page's own visual viewport knows where that is. */
  const fit = () => {
    const { height, offsetTop } = visualViewport!
    frame!.style.cssText = isOpen && innerWidth < 481 ? `height:${height}px;top:${offsetTop}px` : ''
  }

  /** A frame that does not report (the network was away) is put in, and so loaded, again. */
  const load = (wait: number) => {
    if (ready || signal.aborted) return
    root.prepend(frame!)
    setTimeout(load, wait, wait * 2)
  }

  const createFrame = () => {
    if (frame || signal.aborted) return
    frame = document.createElement('iframe')
    frame.title = config.title
    frame.src = `${config.origin}/p/chat/${config.key}#o=${location.origin}`
    listen(window, 'message', receive)
    listen(window, 'storage', ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(prefix)) post('stored', { k: key.slice(prefix.length), v: newValue })
    })
    for (const type of ['resize', 'scroll']) listen(visualViewport, type, fit)
    watchPages(() => post('page', { page: currentPage() }), signal)
    load(8000)
  }

  const receive = ({ origin, source, data }: MessageEvent) => {
    if (origin !== crmOrigin || source !== frame!.contentWindow || !data?.crmChat) return
    const { type } = data
    if (type === 'ready') {
      ready = true
      post('init', { store: readStore(), page: currentPage(), open: isOpen, identity })
    }
    if (type === 'set') writeStore(data.k, data.v)
    if (type === 'close') setOpen(false)
    if (type === 'event') emit(data.name, data.detail)
    if (data.name === 'unread') render(isOpen, (unread = data.detail))
  }

  const setOpen = (open: boolean) => {
    if (open === isOpen) return
    const hadFocus = document.activeElement === host
    isOpen = open
    render(open, unread)
    createFrame()
    fit()
    if (open) frame!.focus()
    else if (hadFocus) button.focus()
    for (const tell of [post, emit]) tell(open ? 'open' : 'close')
  }

  const toggle = () => setOpen(!isOpen)
  const [host, root, button, render] = createLauncher(toggle)

  render(isOpen, unread)
  // A visitor who is known, or who has written something that has not arrived yet
  const isExpected = config.track || /^(token|o:)/m.test(Object.keys(readStore()).join('\n'))
  if (isExpected) setTimeout(createFrame, 1500)

  return {
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle,
    identify: (who: unknown) => post('identify', { identity: (identity = who) }),
    on(name: string, listener: () => void) {
      listeners.push([name, listener])
      if (name === 'ready') setTimeout(listener)
    },
    destroy() {
      abort.abort()
      host.remove()
      delete (window as { CrmChat?: unknown }).CrmChat
    },
  }
}
