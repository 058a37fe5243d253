import type { PushJson } from '../../../../app/chat/transformers/json/notification_json.js'
import { isInSight, windowsOf } from './in_sight.js'
import type { OpenPage, WorkerScope } from './worker_scope.js'

const scope = self as unknown as WorkerScope

/** Two short ones and a long one, in milliseconds. */
const VIBRATION = [200, 100, 200, 100, 400]

/** What a notification carries for the click on it. */
interface NoticeData {
  url: string
  conversation: string
  version?: string
  kind?: string
}

/** Shows what is pushed to an agent's browser, and opens its conversation. It leaves all requests of pages alone. */
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))

scope.addEventListener('push', (event) => {
  const push = event.data?.json() as PushJson | undefined
  if (push) event.waitUntil(show(push))
})

scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data as NoticeData
  event.waitUntil(open(new URL(url, scope.location.href)))
})

/** A tab may have shown it already, and a push service may deliver a push twice: then it makes no sound again. */
async function show(push: PushJson) {
  const { conversation, version, kind, title, body, url, urgent } = push
  if (await isInSight(scope)) return
  const [shown] = await scope.registration.getNotifications({ tag: conversation })
  const before = shown?.data as NoticeData | undefined
  const isKnown = before !== undefined && (!before.version || before.version === version)
  const options = {
    body,
    tag: conversation,
    data: { url, conversation, version, kind } satisfies NoticeData,
    requireInteraction: urgent,
    renotify: !isKnown,
    silent: isKnown,
    ...(urgent && !isKnown && { vibrate: VIBRATION }),
  }
  await scope.registration.showNotification(title, options as NotificationOptions)
}

/** In the tab that shows the conversation, else in another one of the chat, else in a new one. */
async function open(url: URL) {
  const pages = await windowsOf(scope)
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/'))
  const pathOf = (page: OpenPage) => new URL(page.url).pathname
  const there = pages.find((page) => pathOf(page) === url.pathname)
  const other = pages.find((page) => `${pathOf(page)}/`.startsWith(`${folder}/`))
  const page = there ?? other
  if (!page) return void (await scope.clients.openWindow(url))
  // A browser may not allow it; the conversation opens all the same
  await page.focus().catch(() => {})
  if (!there) page.postMessage({ crmChatOpen: url.pathname })
}
