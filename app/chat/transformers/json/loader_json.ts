/** What visitors agree to, in words. */
export interface LoaderConsentJson {
  version: string
  text: string
  link: string | null
  /** What the link and the buttons are called. */
  more: string
  agree: string
  decline: string
}

/** The value that replaces `__CRM_CHAT_CONFIG__` when the server sends the loader. */
export interface LoaderConfigJson {
  key: string
  /** The address of the chat itself, to which the page's language is added; its origin is the one to talk to. */
  frame: string
  /** What the address that revokes a visitor's token begins with. */
  forget: string
  /** This widget's own part of the stylesheet. */
  styles: string
  /** The path of the launcher's icon, in a box of 24 × 24. */
  icon: string
  /** A regular expression of the origins that may carry the chat; left out for all. */
  websites?: string
  /** Left out where pages are recorded only after the visitor has acted. */
  track?: true
  /** What visitors agree to before anything else; left out where the widget asks for nothing. */
  consent?: LoaderConsentJson
  /** The address of the second stage; only where it waits for consent. */
  rules?: string
  /** What screen readers call the launcher and the frame. */
  label: string
}
