import type { Bases } from '#chat/config/bases'
import { ServerProcess } from '#tests/helpers/server_process'

/** Everything of the module is elsewhere than by default. */
export const OTHER_BASES = {
  pages: '/support-inbox',
  settings: '/support-inbox/settings',
  public: '/p/support',
  api: '/rest/support',
} satisfies Partial<Bases>

interface Options {
  bases?: Partial<Bases>
  /** Addresses of pages of the host. */
  hostPages?: string[]
  /** What browsers reach the server by; its own address when omitted. */
  publicUrl?: string
}

/**
 * A server whose module has these bases, in a host that is a plain page around it.
 *
 * @throws Error when it does not start; its output says why
 */
export function startWithBases({ bases = OTHER_BASES, hostPages = [], publicUrl }: Options = {}) {
  return ServerProcess.start(
    {
      NODE_ENV: 'development',
      CHAT_CONFIG: JSON.stringify({
        bases,
        layout: 'chat::shell',
        ...(publicUrl && { publicUrl }),
      }),
      HOST_PAGES: hostPages.join(' '),
    },
    'tests/helpers/other_bases/server.ts'
  )
}
