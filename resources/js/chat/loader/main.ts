import { config } from './config.js'
import { createChat } from './chat.js'

type Call = [name: string, ...args: any[]]
type Api = { (...call: Call): void; q?: Call[]; open?: () => void }

declare global {
  interface Window {
    CrmChat?: Api
  }
}

const before = window.CrmChat

/**
 * Replaces the command queue by the chat. A page that includes the loader twice keeps the first, and a website that is
 * not allowed to show the chat gets nothing.
 */
if (before?.open) console.warn('CrmChat twice')
else if (location.origin.match(config.websites!)) {
  const commands: Record<string, any> = createChat()
  const api = (window.CrmChat = Object.assign(
    (...[name, ...args]: Call) => commands[name]?.(...args),
    commands
  ))

  before?.q?.forEach((call) => api(...call))
}
