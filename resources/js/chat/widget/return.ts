import type { Bridge } from './bridge.js'
import type { Store } from './store.js'

/**
 * A page restored from the browser's cache shows the chat as it was left, though the visitor may have been forgotten on
 * another page meanwhile. The chat stays hidden until this is ruled out.
 */
export function watchReturn(bridge: Bridge, store: Store, root: HTMLElement) {
  let token: string | undefined
  addEventListener('pagehide', () => {
    root.hidden = true
    token = store.get('token')
  })
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted) return
    await store.refresh()
    if (token && store.get('token') !== token && bridge.framed) bridge.post('forget')
    else root.hidden = false
  })
}
