import { onWake } from './wake.js'

export interface PageLife {
  /** Time has passed that no timer has seen. */
  onWake(): void
  onVisibility(): void
  onNetwork(isThere: boolean): void
  /** The page is put aside or left. */
  onHide(): void
  onShow(): void
}

/** Tells what happens to a page, from the outside, until the signal. */
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
