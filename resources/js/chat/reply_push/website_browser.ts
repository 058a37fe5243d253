import { canPush, isFor, subscribeTo } from '../agent/push/push_subscription.js'

/** The website hosts the worker; its scope is a folder without pages, so that a worker of the website's own stays. */
const WORKER = '/crm-chat-push.js'
const SCOPE = '/crm-chat-push/'

/** A subscription as the frame hands it to the CRM. */
export interface Subscribed {
  endpoint?: string
  keys?: Record<string, string>
}

/** Whether this browser can get pushes here, and the visitor has not forbidden them. */
export const mayPush = () => canPush() && Notification.permission !== 'denied'

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
  return subscribeTo(navigator.serviceWorker.register(WORKER, { scope: SCOPE }), key)
}
