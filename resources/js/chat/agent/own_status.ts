import type { ViewerStatusJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import { patience } from './patience.js'
import { csrfToken } from './api.js'
import { pageUrl } from '../shared/page_url.js'

export type Status = ViewerStatusJson['status']

/** The agent's own status, and whether they may reply. */
export type OwnStatus = ViewerStatusJson

const me = (path = '') => pageUrl(`/agents/me${path}`)

/** Reads and changes the agent's own status on the server; null for a choice that did not arrive. */
export const ownStatus = {
  async read(): Promise<OwnStatus | null> {
    const response = await fetch(me(), {
      headers: { Accept: 'application/json' },
      signal: patience.signal(),
    })
    if (response.status >= 500) throw new Error('not read')
    return response.ok ? response.json() : null
  },

  choose: (status: Status) => send('PUT', me('/status'), { status }),

  reportIdle: (idle: boolean) => send('POST', me('/presence'), { idle }),
}

async function send(method: string, url: string, body: object): Promise<OwnStatus | null> {
  try {
    const response = await fetch(url, {
      method,
      body: JSON.stringify(body),
      headers: {
        'Accept': 'application/json',
        'Content-Type': 'application/json',
        'X-CSRF-TOKEN': csrfToken(),
      },
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
