import type { LinkExchangeJson } from '../../../../app/chat/transformers/json/link_json.js'

/** The link is unknown, or too old. */
export class LinkOver extends Error {}

const TRIES = 4

/** Exchanges a link for its visitor token; waits for a network that returns within seconds. */
export async function exchange(address: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(address, { method: 'POST' }).catch(() => null)
    if (answer?.ok) {
      const { visitor_token: visitorToken } = (await answer.json()) as LinkExchangeJson
      return visitorToken
    }
    if (answer && [404, 410].includes(answer.status)) throw new LinkOver()
    if (tries === TRIES) throw new Error('The conversation could not be opened')
    await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries))
  }
}
