import { activated, sameKey, toBytes } from '../agent/push/push_bytes.js'

/** The website hosts the worker; its scope is a folder without pages, so that a worker of the website's own stays. */
const WORKER = '/crm-chat-push.js'
const SCOPE = '/crm-chat-push/'

/** A subscription as the frame hands it to the CRM. */
export interface Subscribed {
  endpoint?: string
  keys?: Record<string, string>
}

/** Whether this browser can get pushes here, and the visitor has not forbidden them. */
export const mayPush = () =>
  'serviceWorker' in navigator &&
  'PushManager' in window &&
  'Notification' in window &&
  Notification.permission !== 'denied'

/** The subscription to a key, if this browser has one. */
export async function subscribed(key: string): Promise<PushSubscription | null> {
  if (Notification.permission !== 'granted') return null
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  // Another worker of the website may be in charge of the folder
  if (!registration?.scope.endsWith(SCOPE)) return null
  const subscription = await registration.pushManager.getSubscription()
  return subscription && isFor(subscription, key) ? subscription : null
}

/** Asks the visitor, on whose click it is called, and subscribes; null when they do not allow it. */
export async function subscribe(key: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registering = navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  const { pushManager } = await activated(await registering)
  const known = await pushManager.getSubscription()
  if (known && isFor(known, key)) return known
  await known?.unsubscribe()
  const applicationServerKey = toBytes(key)
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
}

const isFor = ({ options }: PushSubscription, key: string) =>
  sameKey(options.applicationServerKey, toBytes(key))
