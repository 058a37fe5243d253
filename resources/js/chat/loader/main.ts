import { allowsOrigin } from './allows_origin.js'
import { config } from './config.js'
import { createChat } from './chat.js'

type Call = [name: string, ...args: any[]]
type Api = { (...call: Call): void; q?: Call[]; open?: () => void }

const host = window as { CrmChat?: Api }
const before = host.CrmChat

/**
 * The command queue becomes the real thing. A page that includes the loader again keeps the first, and on a
 * website that may not carry the chat nothing happens at all.
 */
if (!before?.open && allowsOrigin(config.allowed_origins, location.origin)) {
  const commands: Record<string, (...args: any[]) => void> = createChat()
  const api = (host.CrmChat = Object.assign(
    (...[name, ...args]: Call) => commands[name]?.(...args),
    commands
  ))

  for (const call of before?.q || []) api(...call)
}
