import { agentStream } from './agent_stream.js'
import { patience } from './patience.js'
import { pageUrl } from '../shared/page_url.js'

const COALESCE = 500
const LOOK_EVERY = 15_000
const COUNTED = ['chat.agent.updated', 'chat.conversation.updated', 'chat.conversation.deleted']

/** Keeps the list under Chat > Agents up to date: statuses, loads, the length of the queue. */
export function keepAgentsPage(list: HTMLElement) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      refresh(list).catch(() => {})
    }, COALESCE)
  }
  agentStream.join({
    onFrame: ({ event }) => COUNTED.includes(event) && soon(),
    onCatchUpBeside: () => refresh(list),
  })
  // An agent whose connection is lost causes no event
  setInterval(() => !document.hidden && soon(), LOOK_EVERY)
}

async function refresh(list: HTMLElement) {
  const response = await fetch(pageUrl('/agents'), {
    headers: { Accept: 'application/json' },
    signal: patience.signal(),
  })
  if (response.status >= 500) throw new Error('not refreshed')
  if (!response.ok || list.contains(document.activeElement)) return
  const { html } = await response.json()
  const template = document.createElement('template')
  template.innerHTML = html
  list.replaceChildren(template.content)
}
