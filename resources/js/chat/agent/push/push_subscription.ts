import { activated, sameKey, toBytes } from './push_bytes.js'

/** Whether this browser can get pushes: a page without https cannot, and some browsers never can. */
export const canPush = () =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** Whether a subscription was made for this key. */
export const isFor = ({ options }: PushSubscription, key: string) =>
  sameKey(options.applicationServerKey, toBytes(key))

/** The browser's subscription to a key; one to another key ends, as there is one per worker. */
export async function subscribeTo(
  registering: Promise<ServiceWorkerRegistration>,
  key: string
): Promise<PushSubscription> {
  const { pushManager } = await activated(await registering)
  const known = await pushManager.getSubscription()
  if (known && isFor(known, key)) return known
  await known?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: toBytes(key) })
}
