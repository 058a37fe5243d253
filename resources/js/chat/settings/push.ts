import { PushBrowser } from '../agent/push/push_browser.js'
import { canPush } from '../agent/push/push_subscription.js'
import { component } from '../shared/component.js'
import { text } from './texts.js'

type State = 'unsupported' | 'denied' | 'failed' | 'on' | 'off'

/** Pushes to this browser: the agent turns them on and off, and is asked for permission on the click. */
export const push = component(() => ({
  state: 'off' as State,
  isBusy: false,

  async init() {
    if (!canPush()) this.state = 'unsupported'
    else if (Notification.permission === 'denied') this.state = 'denied'
    else if (await this.browser().isOn()) this.state = 'on'
  },

  browser() {
    return new PushBrowser(Number(this.$root.dataset.agent))
  },

  get line() {
    return text(`settings_script.push.${this.state}`)
  },

  get isOn() {
    return this.state === 'on'
  },

  get mayTurnOn() {
    return this.state === 'off' || this.state === 'failed'
  },

  async turnOn() {
    await this.work(async () => {
      const permission = await Notification.requestPermission()
      if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
      await this.browser().turnOn()
      return 'on'
    })
  },

  async turnOff() {
    await this.work(async () => {
      await this.browser().turnOff()
      return 'off'
    })
  },

  /** The list of browsers below is the server's: the page is loaded again for it. */
  async work(act: () => Promise<State>) {
    const before = this.state
    this.isBusy = true
    this.state = await act().catch(() => 'failed' as const)
    this.isBusy = false
    const isChanged = (this.state === 'on') !== (before === 'on')
    if (isChanged && this.state !== 'failed') location.reload()
  },
}))
