import { config } from './config.js'
import { createLauncher } from './launcher.js'
import { addStyles } from './styles.js'
import { currentPage } from './pages.js'
import { createStore } from './store.js'
import { markTitle } from './title.js'

/** On a screen this small the panel covers the page; the stylesheet has the same limits. */
const coversPage = () => innerWidth < 481 || innerHeight < 481

/**
 * The chat on the website's page: launcher, frame and the wire between them. Before the visitor acts there is
 * the launcher and nothing else: no request, nothing stored, no timer.
 */
export function createChat() {
  const abort = new AbortController()
  const { signal } = abort
  const prefix = `crmchat:${config.key}:`
  const store = createStore(prefix)
  const crmOrigin = new URL(config.origin).origin
  const listeners: [name: string, listener: (detail?: unknown) => void][] = []
  const { host, root, button, panel, preview, render, renderPreview } = createLauncher()
  let frame: HTMLIFrameElement | undefined
  let ready: boolean
  let isOpen = false
  let takesFocus = true
  let unread: number | undefined
  let identity: unknown

  const listen = (target: EventTarget | null, type: string, listener: (event: any) => void) =>
    target!.addEventListener(type, listener, { signal })

  // A listener that throws is the page's matter, not ours
  const emit = (name: string, detail?: unknown) =>
    listeners.forEach((entry) => entry[0] === name && setTimeout(entry[1], 0, detail))

  const post = (type: string, data?: object) =>
    ready && frame!.contentWindow?.postMessage({ crmChat: 1, type, ...data }, crmOrigin)

  const show = () => {
    const count = !unread ? '' : unread > 9 ? '9+' : `${unread}`
    render(isOpen, unread != null, isOpen ? '' : count)
    markTitle(count)
  }

  /** Above a phone's keyboard: only the page's own visual viewport knows where that is. */
  const fit = () => {
    const { height, offsetTop } = visualViewport!
    panel.style.cssText = isOpen && coversPage() ? `height:${height}px;top:${offsetTop}px` : ''
  }

  /** A frame that does not report (the network was away) is put in, and so loaded, again. */
  const load = (wait: number) => {
    if (ready || signal.aborted) return
    panel.append(frame!)
    setTimeout(load, wait, wait * 2)
  }

  /** Loads the chat behind the closed panel; until it is opened it asks the CRM for nothing else. */
  const createFrame = () => {
    if (frame || signal.aborted) return
    frame = document.createElement('iframe')
    frame.title = 'Chat'
    frame.src = `${config.origin}/p/chat/${config.key}#o=${location.origin}`
    listen(window, 'message', receive)
    listen(window, 'storage', ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(prefix)) post('stored', { k: key.slice(prefix.length), v: newValue })
    })
    for (const type of ['resize', 'scroll']) listen(visualViewport, type, fit)
    load(8000)
  }

  const receive = ({ origin, source, data }: MessageEvent) => {
    if (origin !== crmOrigin || source !== frame!.contentWindow || !data?.crmChat) return
    const { type, name, detail } = data
    if (type === 'ready') {
      if (!ready) addStyles(root, data.styles)
      ready = true
      post('init', {
        store: store.read(),
        page: currentPage(),
        open: isOpen,
        focus: takesFocus,
        identity,
      })
    }
    if (type === 'page') post(type, { page: currentPage() })
    if (type === 'set' && store.write(data.k, data.v)) post('unstored', { k: data.k })
    if (type === 'close') setOpen(false)
    if (type === 'event') emit(name, detail)
    if (type === 'preview') renderPreview(data.buttons)
    // The first thing that the frame says once it is drawn
    if (name === 'unread') {
      unread = detail
      show()
    }
  }

  const setOpen = (open: boolean, focus = true) => {
    if (open === isOpen) return
    const hadFocus = document.activeElement === host
    isOpen = open
    takesFocus = focus
    store.rememberOpen(open)
    createFrame()
    show()
    fit()
    if (!open && hadFocus) button.focus()
    else if (open && takesFocus) frame!.focus()
    for (const tell of [post, emit]) tell(open ? 'open' : 'close')
  }

  const toggle = () => setOpen(!isOpen)
  const dismiss = () => {
    post('dismiss')
    button.focus()
  }

  show()
  button.onclick = toggle
  preview.onclick = ({ target }) =>
    (target as Element).closest('.dismiss') ? dismiss() : setOpen(true)
  preview.onkeydown = ({ key }) => key === 'Escape' && dismiss()
  // A finger enters before it presses. The page pays for the frame only now that the visitor is about to act
  for (const type of ['pointerenter', 'focus']) listen(button, type, createFrame)
  // A visitor who is known, or who has written something that has not arrived yet
  const isExpected = Object.keys(store.read()).some((name) => /^(token|o:)/.test(name))
  if (config.track || isExpected) setTimeout(createFrame, 1500)

  // What covered the page comes back on that page only: whoever went to another one wants to see it
  const page = store.openPage()
  if (page && (page === location.href || !coversPage())) setOpen(true, false)

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
      store.rememberOpen(false)
      markTitle('')
      host.remove()
      delete (window as { CrmChat?: unknown }).CrmChat
    },
  }
}
