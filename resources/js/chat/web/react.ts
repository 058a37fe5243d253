import { forwardRef, useEffect, useImperativeHandle, useRef } from 'react'
import { EVENTS, type Listener, type WebWidgetEvents } from './events.js'
import { renderWebWidget, type WebWidgetHandle } from './render_web_widget.js'
import type { WebWidgetOptions } from './options.js'

/** Listeners of the widget's events. */
export interface WebWidgetListeners {
  onReady?: Listener<'ready'>
  onOpen?: Listener<'open'>
  onClose?: Listener<'close'>
  onUnread?: Listener<'unread'>
  onMessage?: Listener<'message'>
  onError?: Listener<'error'>
}

export type WebWidgetProps = WebWidgetOptions & WebWidgetListeners

const PROPS: Record<keyof WebWidgetEvents, keyof WebWidgetListeners> = {
  ready: 'onReady',
  open: 'onOpen',
  close: 'onClose',
  unread: 'onUnread',
  message: 'onMessage',
  error: 'onError',
}

/** The chat, as long as the component is mounted. Its `ref` is the widget's handle. */
export const WebWidget = forwardRef<WebWidgetHandle, WebWidgetProps>(function Chat(props, ref) {
  const { onReady, onOpen, onClose, onUnread, onMessage, onError, ...options } = props
  const handle = useRef<WebWidgetHandle | null>(null)
  const latest = useRef<WebWidgetListeners>(props)
  latest.current = props

  useEffect(() => {
    const widget = renderWebWidget(options)
    handle.current = widget
    for (const name of EVENTS) {
      widget.on(name, (detail) =>
        (latest.current[PROPS[name]] as ((d: unknown) => void) | undefined)?.(detail)
      )
    }
    return () => {
      handle.current = null
      widget.remove()
    }
  }, [JSON.stringify(options)])

  useImperativeHandle(ref, () => relayTo(() => handle.current), [])
  return null
})

WebWidget.displayName = 'WebWidget'

/** A handle that stays the same while the widget behind it changes with its options. */
function relayTo(current: () => WebWidgetHandle | null): WebWidgetHandle {
  return {
    open: () => current()?.open(),
    close: () => current()?.close(),
    toggle: () => current()?.toggle(),
    identify: (visitor) => current()?.identify(visitor),
    reset: () => current()?.reset(),
    on: (name, listener) => current()?.on(name, listener) ?? (() => {}),
    remove: () => current()?.remove(),
    destroy: () => current()?.destroy(),
  }
}
