import type Agent from '#chat/models/agent'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { IdentityRefused } from '#chat/exceptions/chat_errors'
import type { ConversationLifecycle } from '#chat/services/conversations/conversation_lifecycle'
import { Blocks } from '#chat/services/visitors/blocks'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import type { ServiceParts } from '#chat/services/service_parts'
import { visitorRecord, type VisitorRecord } from '#chat/services/visitors/record/visitor_record'
import { ContactNotices } from '#chat/services/visitors/noticed/contact_notices'
import { VisitorContacts } from '#chat/services/visitors/visitor_contacts'
import { HostVisitors } from '#chat/services/visitors/identity/host_visitors'
import { IdentityKeys } from '#chat/services/visitors/identity/identity_keys'
import { IdentityTokens } from '#chat/services/visitors/identity/identity_tokens'
import { KeySets } from '#chat/services/visitors/identity/key_sets'
import {
  VerifiedVisitors,
  type VerifiedVisitor,
} from '#chat/services/visitors/identity/verified_visitors'
import { VisitorMerge } from '#chat/services/visitors/identity/visitor_merge'
import { VisitorRegistry, type VisitorClient } from '#chat/services/visitors/visitor_registry'

/** `chat.visitors`: register, authenticate, identify, page views. */
export class Visitors extends VisitorRegistry {
  /** Names and addresses of visitors that agents have entered. */
  readonly contacts: VisitorContacts

  /** Contact details in visitors' messages. */
  readonly notices: ContactNotices

  /** Blocked visitors and addresses. */
  readonly blocks: Blocks

  /** The keys with which websites verify their visitors. */
  readonly identityKeys: IdentityKeys

  /** Users of the host, who chat in its own pages. */
  readonly ofHost: HostVisitors

  readonly #audit: AuditLog
  readonly #tokens: IdentityTokens
  readonly #verified: VerifiedVisitors

  constructor(
    { config, emitter, writer, links, audit, db }: ServiceParts,
    lifecycle: ConversationLifecycle
  ) {
    super(config, emitter, links)
    const { allowPrivateAddresses } = config.webhooks
    this.identityKeys = new IdentityKeys(audit, allowPrivateAddresses)
    this.#tokens = new IdentityTokens(this.identityKeys, new KeySets(allowPrivateAddresses))
    const merge = new VisitorMerge(writer, emitter)
    this.#verified = new VerifiedVisitors(db, emitter, this.sessions, merge)
    this.ofHost = new HostVisitors(this.#verified, this.sessions, emitter)
    this.contacts = new VisitorContacts(writer, emitter)
    this.notices = new ContactNotices(db, emitter)
    this.blocks = new Blocks({ db, emitter, audit, links, lifecycle })
    this.#audit = audit
  }

  /**
   * Signs a browser in as the visitor that the website's signed token identifies (V6). `present` is the browser's visitor
   * so far; a refused token leaves that visitor unchanged. The support chat takes none: its users are the host's.
   *
   * @throws IdentityRefused, IdentityKeysUnreachable
   */
  async verify(
    widget: Widget,
    jwt: string,
    present: Visitor | null,
    client: VisitorClient
  ): Promise<VerifiedVisitor> {
    if (widget.isInApp) throw new IdentityRefused('no_key')
    const identity = await this.#tokens.read(widget, jwt)
    const register = async () => {
      const { visitor } = await this.register(widget, client)
      return visitor
    }
    return this.#verified.open(widget, identity, present, register)
  }

  /** All that the chat keeps about a visitor (V9); that an agent took it is in the audit log. */
  async record(visitor: Visitor, by: Agent): Promise<VisitorRecord> {
    await this.#audit.record(recordOf(visitor, visitor.anonymousName, 'export.visitor', by.userId))
    return visitorRecord(visitor)
  }
}
