import { component } from '../../shared/component.js'
import { preferences } from '../../agent/preferences.js'

/** The two switches of the list's head: sound, and notifications of the desktop. */
export const alerts = component(() => ({
  hasSound: preferences.sound,
  permission: 'Notification' in window ? Notification.permission : 'denied',

  get soundPressed() {
    return String(this.hasSound)
  },

  get desktopPressed() {
    return String(this.permission === 'granted')
  },

  /** Once decided, only the browser's own settings can change it. */
  get canAsk() {
    return this.permission === 'default'
  },

  toggleSound() {
    this.hasSound = !this.hasSound
    preferences.sound = this.hasSound
  },

  async askDesktop() {
    this.permission = await Notification.requestPermission()
  },
}))
