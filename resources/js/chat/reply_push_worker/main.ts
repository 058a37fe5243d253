import type { VisitorPushJson } from '../../../../app/chat/transformers/json/notification_json.js'
import { isInSight, windowsOf } from '../push_worker/in_sight.js'
import type { WorkerScope } from '../push_worker/worker_scope.js'

const scope = self as unknown as WorkerScope

/** Has the chat of a page that is opened be shown. */
const OPENED = '#crm-chat'

interface NoticeData {
  url: string | null
  version: string
}

/** Shows a visitor the replies that are pushed, and leads to the chat. It leaves all requests of pages alone. */
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))

scope.addEventListener('push', (event) => {
  const push = event.data?.json() as VisitorPushJson | undefined
  if (push) event.waitUntil(show(push))
})

scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data as NoticeData
  event.waitUntil(open(url))
})

/** A push service may deliver a push twice: then it makes no sound again. */
async function show({ conversation, version, title, body, url }: VisitorPushJson) {
  if (await isInSight(scope)) return
  const [shown] = await scope.registration.getNotifications({ tag: conversation })
  const isKnown = (shown?.data as NoticeData | undefined)?.version === version
  const data: NoticeData = { url, version }
  const options = { body, tag: conversation, data, renotify: !isKnown, silent: isKnown }
  await scope.registration.showNotification(title, options as NotificationOptions)
}

/** In the tab where the visitor was, else in another one of the website, else in a new one. */
async function open(address: string | null) {
  const { origin } = scope.location
  const url = new URL(address ?? '/', origin)
  if (url.origin !== origin) url.href = `${origin}/`
  const pages = await windowsOf(scope)
  const page = pages.find((each) => each.url === url.href) ?? pages[0]
  if (!page) {
    url.hash = OPENED
    return void (await scope.clients.openWindow(url))
  }
  // A browser may not allow it; the chat opens all the same
  await page.focus().catch(() => {})
  page.postMessage({ crmChatOpen: true })
}
