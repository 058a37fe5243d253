import { pageUrl } from '../../shared/page_url.js'
import { pushRegistration } from './push_browser.js'

const LONGEST = 140

/** A notification of the desktop that an open tab shows. */
export interface DesktopNotice {
  title: string
  body: string
  conversation: string
  /** Stays until it is dealt with. */
  isUrgent: boolean
}

/**
 * Shows a notification. In a browser that also gets pushes the worker shows it, so that a push about the same
 * conversation takes its place instead of standing beside it.
 */
export async function showDesktopNotice({ title, body, conversation, isUrgent }: DesktopNotice) {
  const url = pageUrl(`/${conversation}`)
  const options = { body: body.slice(0, LONGEST), tag: conversation, requireInteraction: isUrgent }
  const registration = await pushRegistration().catch(() => undefined)
  if (registration?.active) {
    return registration.showNotification(title, { ...options, data: { url, conversation } })
  }
  const notification = new Notification(title, options)
  notification.onclick = () => {
    window.focus()
    location.assign(url)
  }
}
