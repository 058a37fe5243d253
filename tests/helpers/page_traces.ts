/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright'

/** What a script has left on its page. */
export interface Traces {
  timers: number
  /** `window:storage`, one per listener. */
  listeners: string[]
  globals: string[]
  stored: string[]
  /** Elements below the root, stylesheets of the document, methods of the history that are not the browser's. */
  elements: number
  styleSheets: number
  patched: string[]
  observers: number
  frames: number
}

/**
 * Counts in every page of the context what scripts leave running, from before the first of them on; of timers,
 * listeners and observers only those of scripts whose address has `path` in it.
 */
export async function countTraces(context: BrowserContext, path: string) {
  await context.addInitScript((own) => {
    const isOwn = () => new Error().stack!.includes(own)
    const timers = new Set<unknown>()
    const listeners: string[] = []
    const observers = new Set<unknown>()
    const natives = new Map(
      (['pushState', 'replaceState'] as const).map((name) => [name, history[name]])
    )
    const { setTimeout: after, setInterval: every, clearTimeout: clear, open } = window

    const started = (id: number) => {
      if (isOwn()) timers.add(id)
      return id
    }
    window.setTimeout = ((work: (...all: unknown[]) => void, ms?: number, ...rest: unknown[]) => {
      const id: number = after(() => {
        timers.delete(id)
        work(...rest)
      }, ms)
      return started(id)
    }) as typeof window.setTimeout
    window.setInterval = ((...call: Parameters<typeof every>) =>
      started(every(...call))) as typeof window.setInterval
    window.clearTimeout = window.clearInterval = (id) => {
      timers.delete(id)
      clear(id)
    }

    const names = new Map<EventTarget, string>([
      [window, 'window'],
      [document, 'document'],
      [document.documentElement, 'html'],
      [visualViewport!, 'viewport'],
      [navigator.serviceWorker, 'worker'],
    ])
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const name = names.get(this ?? window)
      const signal = typeof options === 'object' ? options.signal : undefined
      if (name && isOwn()) {
        listeners.push(`${name}:${type}`)
        signal?.addEventListener('abort', () => forget(`${name}:${type}`))
      }
      add.call(this ?? window, type, listener, options)
    }
    EventTarget.prototype.removeEventListener = function (type, ...rest) {
      const name = names.get(this ?? window)
      if (name) forget(`${name}:${type}`)
      remove.call(this ?? window, type, ...rest)
    }
    const forget = (entry: string) => {
      const index = listeners.indexOf(entry)
      if (index !== -1) listeners.splice(index, 1)
    }

    for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const) {
      const { observe, disconnect } = window[name].prototype
      window[name].prototype.observe = function (...call: unknown[]) {
        if (isOwn()) observers.add(this)
        return (observe as (...all: unknown[]) => void).apply(this, call)
      }
      window[name].prototype.disconnect = function () {
        observers.delete(this)
        return disconnect.call(this)
      }
    }

    Object.defineProperty(window, 'traces', {
      value: () => ({
        timers: timers.size,
        listeners: [...listeners].sort(),
        globals: Object.keys(window).sort(),
        stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
        elements: document.querySelectorAll('*').length,
        styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        patched: [...natives]
          .filter(([name, native]) => history[name] !== native)
          .map(([name]) => name),
        observers: observers.size,
        frames: window.length,
        title: document.title,
        open: window.open === open,
      }),
    })
  }, path)
}

/** What is there at this moment. */
export const tracesOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { traces(): Traces }).traces())
