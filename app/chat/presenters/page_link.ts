import type { ChatConfig } from '#chat/config/chat_config'
import type Widget from '#chat/models/widget'
import { isOriginAllowed } from '#chat/services/widgets/allowed_origins'
import { webAddress } from '#chat/support/linkify'

/** An address that a visitor's browser has sent: where following it leads, before anyone follows it. */
export interface PageLink {
  address: string
  /** Null when the address is not a website's, and cannot be a link. */
  href: string | null
  /** As browsers write it: international names in their ASCII form, which look like no other name. */
  host: string | null
  /** Whether the host is none of the widget's websites. */
  isForeign: boolean
}

/** Shows addresses of one widget's visitors; the CRM's own pages, such as the trial, are no foreign ones. */
export function linkPresenter({ allowedOrigins }: Widget, { publicUrl }: ChatConfig) {
  const own = new URL(publicUrl).origin
  return (address: string): PageLink => {
    const href = webAddress(address)
    if (!href) return { address, href, host: null, isForeign: false }
    const { host, origin } = new URL(href)
    return {
      address,
      href,
      host,
      isForeign: origin !== own && !isOriginAllowed(allowedOrigins, origin),
    }
  }
}

export type PresentLink = ReturnType<typeof linkPresenter>
