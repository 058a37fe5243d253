import styles from '../../../css/chat/loader/loader.css?inline'
import { CLOSE_PATH } from '../../../../app/chat/support/launcher_icons.js'
import { config } from './config.js'
import { make } from './make.js'

/** One button of a preview: its class and its texts, one below the other. */
export type PreviewButton = [name: string, ...texts: string[]]

const [icon, path] = ['svg', 'path'].map((name) =>
  document.createElementNS('http://www.w3.org/2000/svg', name)
)
const badge = make('b')

export const button = make('button', 'launcher', icon, badge)

/** The frame's place. */
export const panel = make('div', 'panel')

/** Messages that arrived while the chat is closed. */
export const preview = make('div', 'preview')

/** Holds them all in a shadow root of its own; not on the page before `chat.ts` puts it there. */
export const host = make('crm-chat')

const root = host.attachShadow({ mode: 'open' })

const sheet = new CSSStyleSheet()
// A constructed stylesheet needs no permission of the website's Content-Security-Policy
root.adoptedStyleSheets = [sheet]

/** `more` are additional rules of the chat. */
export const style = (more = '') => sheet.replaceSync(config.styles + styles + more)

style()
icon.setAttribute('viewBox', '0 0 24 24')
icon.append(path)
// Present before its first message, or screen readers would not read that one
preview.role = 'status'
root.append(panel, preview, button)

/** `unread` is undefined until the chat is drawn in its frame; until then the panel shows what it will look like. */
export const render = (open: boolean, unread?: string, label?: string) => {
  const count = (!open && unread) || ''
  host.className = (open ? 'open ' : '') + (unread == null ? '' : 'ready')
  badge.textContent = count
  path.setAttribute('d', open ? CLOSE_PATH : config.icon)
  button.ariaExpanded = open as never
  button.ariaLabel = (count && label) || config.label
}

/** The frame's preview of messages that arrived while the chat is closed; without buttons there is none. */
export const renderPreview = (buttons: PreviewButton[]) =>
  preview.replaceChildren(
    ...buttons.map(([name, ...texts]) =>
      make('button', name, ...texts.map((text) => make('span', '', text)))
    )
  )
