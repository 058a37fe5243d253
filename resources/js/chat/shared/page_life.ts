import { onWake } from './wake.js'

export interface PageLife {
  /** The machine slept, or the browser had frozen the tab. */
  onWake(): void
  onVisibility(): void
  onNetwork(isThere: boolean): void
  /** The page is put aside or left. */
  onHide(): void
  onShow(): void
}

/** Follows a page's events (visibility, network, sleep) until the signal aborts. */
export function followPage(life: PageLife, signal: AbortSignal) {
  const on = (target: EventTarget, type: string, listener: () => void) =>
    target.addEventListener(type, listener, { signal })

  onWake(() => life.onWake(), signal)
  on(document, 'visibilitychange', () => life.onVisibility())
  on(window, 'online', () => life.onNetwork(true))
  on(window, 'offline', () => life.onNetwork(false))
  on(window, 'pagehide', () => life.onHide())
  on(window, 'pageshow', () => life.onShow())
}
