import type { PushKeyJson } from '../../../../../app/chat/transformers/json/notification_json.js'
import { pageUrl } from '../../shared/page_url.js'
import { Api } from '../api.js'
import { storeOf } from '../store.js'
import { canPush, subscribeTo } from './push_subscription.js'

const WANTED = 'push'
const KEPT = 'crm-chat:push-kept'
const worker = () => pageUrl('/notifications/worker.js')

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
    const subscription = await subscribeTo(navigator.serviceWorker.register(worker()), key)
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
