import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import CannedResponse from '#chat/models/canned_response'
import { namedBy, type Reference } from '#chat/models/reference'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { fillIn, unknownPlaceholders } from '#chat/services/canned_responses/placeholders'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import { isDuplicate } from '#chat/support/row_lock'
import { ResponseNotFound, ShortcutTaken, UnknownPlaceholder } from '#chat/exceptions/chat_errors'

/** What the team decides about a canned response. */
export type CannedAttributes = Pick<CannedResponse, 'shortcut' | 'title' | 'content'>

/** The most responses per tenant; a longer list is no help in a composer. */
const MOST = 1000

/** The team's canned responses: managed under Settings, inserted with `/` in the composer (R7). */
export class CannedResponses {
  constructor(protected audit: AuditLog) {}

  /** All responses of the tenant, by shortcut. */
  list(tenantId: string): Promise<CannedResponse[]> {
    return CannedResponse.query().where('tenant_id', tenantId).orderBy('shortcut').limit(MOST)
  }

  /** @throws ResponseNotFound when the tenant has no such response */
  async find(tenantId: string, reference: Reference): Promise<CannedResponse> {
    const response = await CannedResponse.query()
      .where({ tenant_id: tenantId, ...namedBy(reference) })
      .first()
    if (!response) throw new ResponseNotFound()
    return response
  }

  /**
   * @throws ShortcutTaken when another response of the tenant has the shortcut
   * @throws UnknownPlaceholder when the content names a placeholder that does not exist
   */
  create(tenantId: string, attributes: CannedAttributes, userId: string | null) {
    const now = DateTime.utc()
    const response = new CannedResponse().fill({
      externalId: randomUUID(),
      tenantId,
      userCreatedId: userId,
      createdAt: now,
    })
    return this.#save(response, attributes, userId)
  }

  /**
   * @throws ShortcutTaken when another response of the tenant has the shortcut
   * @throws UnknownPlaceholder when the content names a placeholder that does not exist
   */
  update(response: CannedResponse, attributes: CannedAttributes, userId: string | null) {
    return this.#save(response, attributes, userId)
  }

  async remove(response: CannedResponse, userId: string | null = null): Promise<void> {
    const record = recordOf(response, response.title, 'canned_response.deleted', userId)
    await this.audit.change(response, 'delete', record)
  }

  /** The text of a response for this agent and conversation, with its placeholders filled in. */
  render(response: CannedResponse, conversation: Conversation, agent: Agent): string {
    return fillIn(response.content, { conversation, agent })
  }

  async #save(response: CannedResponse, attributes: CannedAttributes, userId: string | null) {
    const [unknown] = unknownPlaceholders(attributes.content)
    if (unknown) throw new UnknownPlaceholder([unknown])
    const shortcut = attributes.shortcut.toLowerCase()
    const changes = { ...attributes, shortcut, userUpdatedId: userId, updatedAt: DateTime.utc() }
    const action = response.$isNew ? 'canned_response.created' : 'canned_response.updated'
    response.merge(changes)
    try {
      return await this.audit.change(
        response,
        'save',
        recordOf(response, response.title, action, userId)
      )
    } catch (error) {
      if (isDuplicate(error)) throw new ShortcutTaken([shortcut])
      throw error
    }
  }
}
