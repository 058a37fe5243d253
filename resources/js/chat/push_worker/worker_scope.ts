interface Waiting {
  waitUntil(work: Promise<unknown>): void
}

export interface PushedEvent extends Waiting {
  data: { json(): unknown } | null
}

export interface ClickEvent extends Waiting {
  notification: Notification
}

/** A page of this origin. */
export interface OpenPage {
  readonly url: string
  readonly focused: boolean
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}

/**
 * As much of a service worker's global scope as is used here: TypeScript's types of it cannot stand beside those of
 * pages, which the same project has.
 */
export interface WorkerScope {
  readonly location: Location
  readonly navigator: Navigator
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<OpenPage[]>
    openWindow(url: URL): Promise<unknown>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', listen: (event: Waiting) => void): void
  addEventListener(type: 'push', listen: (event: PushedEvent) => void): void
  addEventListener(type: 'notificationclick', listen: (event: ClickEvent) => void): void
}
