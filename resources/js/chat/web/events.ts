/** What a widget reports, and what its listeners receive. */
export interface WebWidgetEvents {
  /** The chat can be used. */
  ready: undefined
  open: undefined
  close: undefined
  /** How many messages the visitor has not read. */
  unread: number
  /** A message came or went. */
  message: { id: string; sender_type: string; sender_name: string | null }
  /** The script could not be loaded; it is tried again when the network comes back. */
  error: Error
}

export type WebWidgetEvent = keyof WebWidgetEvents

/** The events that the chat on the page emits. */
export const CHAT_EVENTS = ['ready', 'open', 'close', 'unread', 'message'] as const

/** Those, and the error that the package itself reports. */
export const EVENTS: WebWidgetEvent[] = [...CHAT_EVENTS, 'error']

export type Listener<Name extends WebWidgetEvent> = (detail: WebWidgetEvents[Name]) => void

type AnyListener = (detail: never) => void

/** Listeners by event. One that throws is reported as any error of the page, and holds up no other. */
export class Listeners {
  #entries = new Set<[name: WebWidgetEvent, listener: AnyListener]>()

  /** Answers with the function that ends it. */
  add<Name extends WebWidgetEvent>(name: Name, listener: Listener<Name>): () => void {
    const entry: [WebWidgetEvent, AnyListener] = [name, listener]
    this.#entries.add(entry)
    return () => void this.#entries.delete(entry)
  }

  emit<Name extends WebWidgetEvent>(name: Name, detail: WebWidgetEvents[Name]) {
    for (const [event, listener] of this.#entries) {
      if (event === name) queueMicrotask(() => (listener as Listener<Name>)(detail))
    }
  }
}
