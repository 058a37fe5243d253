import type Agent from '#chat/models/agent'
import type Visitor from '#chat/models/visitor'
import type { AuditLog } from '#chat/services/audit/audit_log'
import type { ServiceParts } from '#chat/services/service_parts'
import { visitorRecord, type VisitorRecord } from '#chat/services/visitors/record/visitor_record'
import { VisitorContacts } from '#chat/services/visitors/visitor_contacts'
import { VisitorRegistry } from '#chat/services/visitors/visitor_registry'

/** `chat.visitors`: register, authenticate, identify, page views. */
export class Visitors extends VisitorRegistry {
  /** Names and addresses of visitors that agents have entered. */
  readonly contacts: VisitorContacts

  readonly #audit: AuditLog

  constructor({ config, emitter, writer, links, audit }: ServiceParts) {
    super(config, emitter, links)
    this.contacts = new VisitorContacts(writer, emitter)
    this.#audit = audit
  }

  /** All that the chat keeps about a visitor (V9); that an agent took it is in the audit log. */
  async record(visitor: Visitor, by: Agent): Promise<VisitorRecord> {
    const { tenantId, externalId, anonymousName } = visitor
    const subject = { id: externalId, name: anonymousName }
    await this.#audit.record({ tenantId, userId: by.userId, action: 'export.visitor', subject })
    return visitorRecord(visitor)
  }
}
