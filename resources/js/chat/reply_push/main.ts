import { ORIGIN } from './config.js'
import { mayPush, subscribe, subscribed } from './website_browser.js'

/** What the address of a page says when a notification has opened it: the chat is to be shown. */
const OPENED = '#crm-chat'

/** What the frame wants: to know whether the page can, whether pushes are on, or to turn them on or off. */
type Wish = 'hello' | 'state' | 'on' | 'off'

const host = document.querySelector('crm-chat')
const frame = () => host?.shadowRoot?.querySelector('iframe')?.contentWindow

const post = (state: string, { endpoint, keys }: PushSubscriptionJSON = {}) =>
  frame()?.postMessage({ crmChat: 1, type: 'push', state, endpoint, keys }, ORIGIN)

/** The permission is the website's, which the frame cannot ask for: the click in the frame counts for its page as well. */
async function grant(wish: Wish, key: string) {
  if (wish === 'hello') return post('here')
  const subscription = await (wish === 'on' ? subscribe(key) : subscribed(key))
  const json = subscription?.toJSON()
  if (wish === 'off') await subscription?.unsubscribe()
  const isOn = subscription && wish !== 'off'
  post(isOn ? 'on' : wish === 'on' ? 'failed' : 'off', json)
}

const open = () => window.CrmChat?.('open')

// On the CRM's own pages there is no worker of the website
if (host && location.origin !== ORIGIN && mayPush()) {
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== ORIGIN || source !== frame() || data?.type !== 'push' || !host.isConnected)
      return
    if (mayPush()) grant(data.wish, String(data.key)).catch(() => post('failed'))
  })
  navigator.serviceWorker.addEventListener('message', ({ data }) => data?.crmChatOpen && open())
  navigator.serviceWorker.startMessages()
  post('here')
}
if (location.hash === OPENED) {
  history.replaceState(history.state, '', location.pathname + location.search)
  open()
}
