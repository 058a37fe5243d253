import type { Listener, WebWidgetEvent } from './events.js'
import { scriptAddress, type WebWidgetOptions } from './options.js'
import { chatOf, PageWidget } from './page_widget.js'

/** What the visitor is known by on the website; claims, as far as the CRM is concerned. */
export interface WebWidgetIdentity {
  name?: string
  email?: string
  phone?: string
  /** A token that the website's server signed: it proves who the visitor is. */
  jwt?: string
}

/** Drives the widget that was rendered; does nothing once that was removed. */
export interface WebWidgetHandle {
  open(): void
  close(): void
  toggle(): void
  identify(visitor: WebWidgetIdentity): void
  /** Forgets the visitor in this browser: for a log-out. The chat stays on the page. */
  reset(): void
  /** Listens until the function that it answers with is called, or the widget is removed. */
  on<Name extends WebWidgetEvent>(name: Name, listener: Listener<Name>): () => void
  /** Takes the chat off the page. The visitor stays known, and finds their conversation when it comes back. */
  remove(): void
  /** Takes the chat off the page and forgets the visitor. */
  destroy(): void
}

/** On the window, so that two copies of this package on one page know of each other. */
const PLACE = Symbol.for('crm-chat-web')

type Page = { [PLACE]?: PageWidget }

/**
 * Shows the chat on the page. A page has one chat: asked for again with the same options it is the same one, which
 * stays until every handle was removed. On a server nothing happens.
 *
 * @throws TypeError when an option is missing, unknown or not what it has to be
 * @throws Error when another chat is on the page
 */
export function renderWebWidget(options: WebWidgetOptions): WebWidgetHandle {
  const address = scriptAddress(options)
  if (typeof window === 'undefined') return handleOf()
  const widget = widgetAt(address)
  widget.hold()
  return handleOf(widget)
}

function widgetAt(address: string): PageWidget {
  const page = window as Page
  if (page[PLACE]?.address !== address) page[PLACE]?.removeIfFree()
  const before = page[PLACE]
  if (before && before.address !== address) {
    throw new Error(
      'crm-chat-web: another chat is on this page; remove it before you render this one'
    )
  }
  if (!before && chatOf(window)) {
    throw new Error(
      'crm-chat-web: this page includes the chat by a script already; use either the script or the package'
    )
  }
  return (page[PLACE] ??= new PageWidget(address, () => delete page[PLACE]))
}

function handleOf(widget?: PageWidget): WebWidgetHandle {
  let held = widget
  const endings = new Set<() => void>()
  const command =
    (name: string) =>
    (...args: unknown[]) =>
      held?.command(name, ...args)
  const remove = () => {
    for (const end of endings) end()
    held?.release()
    held = undefined
  }
  return {
    open: command('open'),
    close: command('close'),
    toggle: command('toggle'),
    identify: command('identify'),
    reset: command('reset'),
    on(name, listener) {
      const end = held?.listeners.add(name, listener) ?? (() => {})
      endings.add(end)
      return () => {
        end()
        endings.delete(end)
      }
    },
    remove,
    destroy() {
      held?.end('destroy')
      remove()
    },
  }
}
