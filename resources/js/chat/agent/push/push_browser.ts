import type { PushKeyJson } from '../../../../../app/chat/transformers/json/notification_json.js'
import { pageUrl } from '../../shared/page_url.js'
import { Api } from '../api.js'
import { storeOf } from '../store.js'
import { activated, sameKey, toBytes } from './push_bytes.js'

const WANTED = 'push'
const KEPT = 'crm-chat:push-kept'
const worker = () => pageUrl('/notifications/worker.js')

/** Whether this browser can get pushes: a page without https cannot, and some browsers never can. */
export const canPush = () =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** The registration of the worker that shows pushes, if this browser has it. */
export async function pushRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  return navigator.serviceWorker.getRegistration(worker())
}

/** This browser, as one that gets an agent's pushes. */
export class PushBrowser {
  #api = new Api()
  #store

  constructor(private agentId: number) {
    this.#store = storeOf(agentId)
  }

  /** Whether this agent has subscribed it. */
  async isOn(): Promise<boolean> {
    const registration = await pushRegistration()
    const isWanted = this.#store.get(WANTED) === true
    return isWanted && Boolean(await registration?.pushManager.getSubscription())
  }

  /** Subscribes it; the agent has been asked before, and has allowed notifications. */
  async turnOn(): Promise<void> {
    const { key } = await this.#api.get<PushKeyJson>(pageUrl('/notifications/push-key'))
    const { pushManager } = await activated(await navigator.serviceWorker.register(worker()))
    const applicationServerKey = toBytes(key)
    const known = await pushManager.getSubscription()
    const isGood = sameKey(known?.options.applicationServerKey, applicationServerKey)
    if (known && !isGood) await known.unsubscribe()
    const subscription =
      known && isGood
        ? known
        : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
    const { endpoint, keys } = subscription.toJSON()
    await this.#api.post(pageUrl('/notifications/browsers'), { endpoint, keys })
    this.#store.set(WANTED, true)
  }

  /** It gets no more pushes. */
  async turnOff(): Promise<void> {
    this.#store.remove(WANTED)
    const registration = await pushRegistration()
    const subscription = await registration?.pushManager.getSubscription()
    if (!subscription) return
    const { endpoint } = subscription
    await subscription.unsubscribe()
    await this.#api.post(pageUrl('/notifications/browsers/remove'), { endpoint })
  }

  /**
   * Subscribes it again, once per tab: a log-out has taken it off the list, and keys may have been made anew. Nothing
   * happens in a browser that this agent has not subscribed.
   */
  async keepOn(): Promise<void> {
    if (!canPush() || this.#store.get(WANTED) !== true) return
    if (Notification.permission !== 'granted' || isKept(this.agentId)) return
    await this.turnOn()
  }
}

function isKept(agentId: number) {
  try {
    const kept = sessionStorage.getItem(KEPT) === String(agentId)
    sessionStorage.setItem(KEPT, String(agentId))
    return kept
  } catch {
    return true
  }
}
