import { DrillClient } from '#chat/drill/drill_client'
import { DrillVisitor } from '#chat/drill/drill_visitor'
import type { KnownVisitor } from './population.js'

/** Known visitors as the drill has them, of a widget of the application at this origin; `onRequest` with each request. */
export const drillVisitors = (
  origin: string,
  key: string,
  known: KnownVisitor[],
  onRequest = () => {}
) =>
  known.map(({ token, conversation }) => {
    const client = new CountedClient(`${origin}/api/widget/${key}`, token, onRequest)
    return new DrillVisitor(client, conversation)
  })

class CountedClient extends DrillClient {
  constructor(
    endpoint: string,
    token: string,
    protected onRequest: () => void
  ) {
    super(endpoint, token)
  }

  override get(path: string) {
    this.onRequest()
    return super.get(path)
  }

  override post(path: string, body: object) {
    this.onRequest()
    return super.post(path, body)
  }

  override stream() {
    this.onRequest()
    return super.stream()
  }
}
