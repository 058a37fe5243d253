import { ASKS_CONSENT, config, PREFIX } from './config.js'
import { createConsentGate } from './consent_gate.js'
import { button, host, panel, preview, render, renderPreview, style } from './launcher.js'
import { make } from './make.js'
import { openPage, rememberOpen } from './open_page.js'
import { currentPage } from './pages.js'
import { createStore, RESET } from './store.js'
import { markTitle } from './title.js'

/** On a screen this small the panel covers the page; the stylesheet has the same limits. */
const coversPage = () => innerWidth < 481 || innerHeight < 481

/**
 * The chat on the website's page: launcher, frame and the messages between them. Before the visitor acts there is only
 * the launcher: no request, no storage, no timer; where consent is asked for, until they have agreed.
 */
export function createChat() {
  const abort = new AbortController()
  const { signal } = abort
  const store = createStore(PREFIX)
  const listeners: [name: string, listener: (detail?: unknown) => void][] = []
  let frame: HTMLIFrameElement | undefined
  let ready: boolean | undefined
  let isOpen = false
  let takesFocus = true
  /** The number of unread messages as shown; undefined until the chat is drawn in its frame. */
  let unread: string | undefined
  /** What screen readers call the launcher while messages are unread. */
  let unreadLabel: string | undefined
  let identity: unknown
  /** Whether consent is missing. */
  let isHeld: (() => boolean) | undefined
  let timer: ReturnType<typeof setTimeout>
  /** Names that the second stage has not heard yet: the loader itself has no rules. */
  const triggers: string[] = []

  const listen = (target: EventTarget | null, type: string, listener: (event: any) => void) =>
    target!.addEventListener(type, listener, { signal })

  // An error of a page's listener does not stop the chat
  const emit = (name: string, detail?: unknown) =>
    listeners.forEach((entry) => entry[0] === name && queueMicrotask(() => entry[1](detail)))

  const post = (type: string, data?: object) =>
    // Of an address the browser takes the origin
    ready && frame!.contentWindow?.postMessage({ crmChat: 1, type, ...data }, config.frame)

  const show = () => {
    render(isOpen, unread, unreadLabel)
    markTitle(unread)
  }

  /** Above a phone's keyboard: only the page's own visual viewport knows where that is. */
  const fit = () => {
    const { height, offsetTop } = visualViewport!
    panel.style = isOpen && coversPage() ? `height:${height}px;top:${offsetTop}px` : ''
  }

  /** Inserts, and so loads, the frame again when it has not reported (the network was down). */
  const load = (wait: number) => {
    clearTimeout(timer)
    panel.append(frame!)
    timer = setTimeout(load, wait, wait * 2)
  }

  /** Loads the chat behind the closed panel; until it is opened there is no other request to the CRM. */
  const createFrame = () => {
    if (frame || (ASKS_CONSENT && isHeld!())) return
    frame = make('iframe') as HTMLIFrameElement
    frame.title = config.label
    const { lang } = document.documentElement
    frame.src = config.frame + encodeURIComponent(lang) + '#o=' + location.origin
    load(8000)
  }

  const receive = ({ origin, source, data }: MessageEvent) => {
    const isOfCrm = config.frame.startsWith(origin + '/')
    if (isOfCrm && source === frame?.contentWindow && data?.crmChat) {
      const { type, name, detail } = data
      if (type === 'ready') {
        clearTimeout(timer)
        style(data.styles)
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
      if (type === 'forget') forget()
      // The frame's first message once it is drawn
      if (name === 'unread') {
        unread = data.count
        unreadLabel = data.label
        show()
      }
    }
  }

  const setOpen = (open: boolean, focus = true) => {
    if (open === isOpen || signal.aborted) return
    const movesFocus = open ? focus : document.activeElement === host
    isOpen = open
    takesFocus = focus
    rememberOpen(ASKS_CONSENT ? open && !isHeld!() : open)
    createFrame()
    show()
    fit()
    if (movesFocus)
      (open ? (ASKS_CONSENT ? (panel.firstChild as HTMLElement) : frame!) : button).focus()
    const name = open ? 'open' : 'close'
    post(name)
    emit(name)
  }

  const toggle = () => setOpen(!isOpen)
  const dismiss = () => {
    post('dismiss')
    button.focus()
  }

  /** Discards the page's knowledge of the visitor; storage stays as it is. */
  const forget = () => {
    setOpen(false)
    clearTimeout(timer)
    frame?.remove()
    rememberOpen(false)
    frame = ready = unread = identity = undefined
    preview.replaceChildren()
    show()
  }

  /** Discards the visitor in this browser, in every tab, and invalidates their token on the server. */
  const reset = () => {
    const { end } = store.read()
    forget()
    // Kept until the server has confirmed, if need be from the next frame; it has no other use
    store.clear('end')
    if (!end) return
    fetch(config.forget + end, {
      method: 'POST',
      keepalive: true,
    }).then(
      ({ ok }) => ok && store.read().end === end && store.write('end'),
      () => {}
    )
  }

  /** Removes the chat from the page; the next page still knows the visitor. */
  const remove = () => {
    abort.abort()
    clearTimeout(timer)
    markTitle()
    host.remove()
    delete (window as { CrmChat?: unknown }).CrmChat
  }

  if (ASKS_CONSENT) {
    const loadRules = () => config.rules && import(config.rules).catch(() => {})
    const enter = () => {
      createFrame()
      rememberOpen(isOpen)
      loadRules()
      if (isOpen) frame!.focus()
    }
    const close = () => setOpen(false)
    isHeld = createConsentGate({ store, listen, enter, close })
    if (!isHeld()) loadRules()
  }

  // Not in the body: it may not exist yet, frameworks replace it, and a transform on it would contain the launcher
  document.documentElement.append(host)
  show()
  button.onclick = toggle
  preview.onclick = ({ target }) =>
    (target as Element).closest('.dismiss') ? dismiss() : setOpen(true)
  // A handler that returned false would keep Tab and Enter from the buttons
  preview.onkeydown = ({ key }) => {
    if (key === 'Escape') dismiss()
  }
  // A pointer enters before it presses. The page loads the frame only when the visitor is about to act
  button.onpointerenter = button.onfocus = createFrame
  listen(visualViewport, 'resize', fit)
  listen(visualViewport, 'scroll', fit)
  listen(window, 'message', receive)
  listen(window, 'storage', ({ key, newValue }: StorageEvent) => {
    if (key === PREFIX && newValue === RESET) forget()
    if (key?.startsWith(PREFIX)) post('stored', { k: key.slice(PREFIX.length), v: newValue })
  })
  // A returning visitor, or one that the server has not confirmed as forgotten
  if (config.track || Object.keys(store.read())[0]) timer = setTimeout(createFrame, 1500)

  // A frame that covered the page opens again on that page only: visitors who follow a link want to see its page
  const page = openPage()
  if (page && (page === location.href || !coversPage())) setOpen(true, false)

  return {
    q: triggers,
    trigger: (name: string) => triggers.push(name),
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle,
    identify: (who: unknown) => post('identify', { identity: (identity = who) }),
    on(name: string, listener: () => void) {
      listeners.push([name, listener])
      if (name === 'ready') queueMicrotask(listener)
    },
    reset,
    remove,
    destroy() {
      reset()
      store.clear()
      remove()
    },
  }
}
