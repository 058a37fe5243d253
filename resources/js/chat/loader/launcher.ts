import styles from '../../../css/chat/loader/loader.css?inline'
import { CLOSE_PATH } from '../../../../app/chat/support/launcher_icons.js'
import { config } from './config.js'
import { addStyles } from './styles.js'

/** One button of a preview: its class and its texts, one below the other. */
export type PreviewButton = [name: string, ...texts: string[]]

function make(tag: string, className = '', ...children: (Node | string)[]) {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}

/** Launcher, panel for the frame, and preview, in a shadow root of their own. */
export function createLauncher() {
  const [icon, path] = ['svg', 'path'].map((name) =>
    document.createElementNS('http://www.w3.org/2000/svg', name)
  )
  const badge = make('b')
  const button = make('button', 'launcher', icon, badge)
  const panel = make('div', 'panel')
  const preview = make('div', 'preview')
  const host = make('crm-chat')
  const root = host.attachShadow({ mode: 'open' })

  addStyles(root, config.styles + styles)
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.append(path)
  // There before its first message, or that one would not be read out
  preview.role = 'status'
  root.append(panel, preview, button)
  // Not into the body: it may not be there yet, frameworks replace it, and a transform on it would catch us
  document.documentElement.append(host)

  /** `ready`: the chat is drawn in its frame; until then the panel shows what it will look like. */
  const render = (open: boolean, ready: boolean, unread: string) => {
    host.className = (open ? 'open ' : '') + (ready ? 'ready' : '')
    badge.textContent = unread
    path.setAttribute('d', open ? CLOSE_PATH : config.icon)
    button.ariaExpanded = open as never
    button.ariaLabel = 'Chat' + (unread && `, ${unread} unread`)
  }

  /** What has come while the chat is closed, as the frame puts it; no buttons, no preview. */
  const renderPreview = (buttons: PreviewButton[]) =>
    preview.replaceChildren(
      ...buttons.map(([name, ...texts]) =>
        make('button', name, ...texts.map((text) => make('span', '', text)))
      )
    )

  return { host, root, button, panel, preview, render, renderPreview }
}
