import { config } from './config.js'
import { createSheet } from './styles.js'

const RING = 'M12 3a9 9 0 1 0 .1 0M'
const PATHS: Record<string, string> = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z',
  message: 'M4 4h16v12H9l-5 4zM8 8h8M8 12h5',
  help: RING + '9 9a3 3 0 1 1 3 3v2M12 16v2',
  smile: RING + '8 14q4 4 8 0M9 8v2M15 8v2',
}

/** The button in the corner, in a shadow root that the frame is put into too. */
export function createLauncher(onClick: () => void) {
  const [host, button, badge] = ['crm-chat', 'button', 'b'].map((name) =>
    document.createElement(name)
  )
  const [icon, path] = ['svg', 'path'].map((name) =>
    document.createElementNS('http://www.w3.org/2000/svg', name)
  )
  const root = host.attachShadow({ mode: 'open' })

  root.adoptedStyleSheets = [createSheet()]
  icon.setAttribute('viewBox', '0 0 24 24')
  button.onclick = onClick
  icon.append(path)
  button.append(icon, badge)
  root.append(button)
  // Not into the body: it may not be there yet, frameworks replace it, and a transform on it would catch us
  document.documentElement.append(host)

  const render = (open: boolean, unread: number) => {
    const count = open || !unread ? '' : unread > 9 ? '9+' : unread
    host.className = open ? 'o' : ''
    badge.textContent = count as string
    path.setAttribute('d', open ? 'M6 6l12 12M18 6L6 18' : PATHS[config.launcher_icon])
    button.ariaExpanded = open as never
    button.ariaLabel = 'Chat' + (count && `, ${count} unread`)
  }

  return [host, root, button, render] as const
}
