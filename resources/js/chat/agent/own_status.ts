import { patience } from './patience.js'
import { csrfToken } from './api.js'

export type Status = 'online' | 'away' | 'busy' | 'offline'

export interface OwnStatus {
  id: number
  /** What I have chosen. */
  status: Status
  /** What I am: idle and full are minded. */
  effective_status: Status
  is_idle: boolean
  is_serving: boolean
  may_serve: boolean
}

const ME = '/chat/agents/me'

/** Talks to the server about one's own status. Choices that do not arrive are answered with null. */
export const ownStatus = {
  async read(): Promise<OwnStatus | null> {
    const response = await fetch(ME, {
      headers: { Accept: 'application/json' },
      signal: patience.signal(),
    })
    if (response.status >= 500) throw new Error('not read')
    return response.ok ? response.json() : null
  },

  choose: (status: Status) => send('PUT', `${ME}/status`, { status }),

  reportIdle: (idle: boolean) => send('POST', `${ME}/presence`, { idle }),
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
