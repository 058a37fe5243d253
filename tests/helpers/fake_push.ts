/// <reference lib="dom" />
import type { Page } from 'playwright'

/** A push service in the page: the packaged browser reaches none. */
export function fakePushManager() {
  const endpoint = `https://fcm.googleapis.com/fcm/send/${Math.random()}`
  const kept = () => sessionStorage.getItem('fake-push')
  const key = () => Uint8Array.from(JSON.parse(sessionStorage.getItem('fake-push-key')!))
  const subscription = () => ({
    endpoint: kept(),
    options: { applicationServerKey: key().buffer },
    toJSON: () => ({
      endpoint: kept(),
      keys: {
        p256dh:
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
    }),
    unsubscribe: async () => {
      sessionStorage.removeItem('fake-push')
      return true
    },
  })
  Object.assign(PushManager.prototype, {
    getSubscription: async () => (kept() ? subscription() : null),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
      sessionStorage.setItem('fake-push-key', JSON.stringify([...applicationServerKey]))
      sessionStorage.setItem('fake-push', endpoint)
      return subscription()
    },
  })
  let permission = kept() ? 'granted' : 'default'
  Object.defineProperty(Notification, 'permission', { get: () => permission })
  Notification.requestPermission = async () => (permission = 'granted') as 'granted'
}

/** Takes down what the worker would show: the packaged browser has no desktop. */
function noteShown() {
  const shown: (NotificationOptions & { title: string })[] = []
  const { registration } = self as unknown as { registration: ServiceWorkerRegistration }
  Object.assign(self, { shown })
  Object.assign(registration, {
    showNotification: async (title: string, options: NotificationOptions) => {
      shown.push({ ...options, title })
    },
    getNotifications: async () => shown.slice(-1),
  })
}

/** The click on what was shown last. */
export function clickOnShown() {
  const { shown } = self as unknown as { shown: object[] }
  const notification = { ...shown.at(-1), close: () => {} }
  const event = Object.assign(new Event('notificationclick'), { notification, waitUntil: () => {} })
  self.dispatchEvent(event)
}

/** Registers a worker in a page's browser; what it would show is noted, and `deliver` has a push arrive. */
export async function pushedWorker(page: Page, script: string, scope?: string) {
  const { origin } = new URL(page.url())
  const context = page.context()
  const devtools = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const active = versions.find(({ status }) => status === 'activated')
      if (active) resolve(active.registrationId)
    })
  })
  const started = context.waitForEvent('serviceworker')
  await devtools.send('ServiceWorker.enable')
  await page.evaluate(
    ([path, folder]) => void navigator.serviceWorker.register(path!, { scope: folder }),
    [script, scope]
  )
  const [worker, registrationId] = await Promise.all([started, registered])
  await worker.evaluate(noteShown)
  const deliver = (data: object) =>
    devtools.send('ServiceWorker.deliverPushMessage', {
      ...{ origin, registrationId },
      data: JSON.stringify(data),
    })
  return { worker, deliver }
}
