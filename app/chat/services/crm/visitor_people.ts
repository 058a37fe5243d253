import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostPerson, PersonDraft } from '#chat/contracts/host_records'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import { PersonNotFound, VisitorLinked } from '#chat/exceptions/chat_errors'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { CrmTimeline } from '#chat/services/crm/crm_timeline'
import { keptRecords } from '#chat/support/kept_records'
import { houseText } from '#chat/texts/text'

/**
 * The agent's choice of person: an existing one, or a new one even if the CRM knows the address. Null is no choice:
 * then an existing person is neither linked nor changed (P5).
 */
export type PersonDecision = { linkTo: string } | 'new' | null

/** The result of a choice, or of none. */
export interface PersonOutcome {
  person: HostPerson | null
  /** The person with the claimed address, while the agent has yet to choose. */
  match: HostPerson | null
  messages: Message[]
}

/** An agent's action in a locked conversation. */
interface CrmAction {
  by: Agent
  /** The user who becomes the owner of a person without one. */
  ownerId: string
  trx: TransactionClientContract
}

/** Links visitors to people of the CRM. An agent decides, because everything that a visitor says is a claim. */
export class VisitorPeople {
  constructor(
    protected host: CrmHost,
    protected timeline: CrmTimeline
  ) {}

  /** The person linked to the visitor, unless the CRM has deleted them. */
  async linked(visitor: Visitor, trx?: TransactionClientContract): Promise<HostPerson | null> {
    const { tenantId, personId } = visitor
    return personId ? this.host.findPerson(tenantId, personId, trx) : null
  }

  /** The person with the email address that the visitor claims: a suggestion only. */
  async match(visitor: Visitor, trx?: TransactionClientContract): Promise<HostPerson | null> {
    const { tenantId, email } = visitor
    return email ? this.host.findPersonByEmail(tenantId, email, trx) : null
  }

  /**
   * Links a locked visitor as the agent chose. Without a choice, a new person is created only when the CRM does not
   * know the address and the visitor gave a name or an email. A linked visitor keeps their link.
   *
   * @throws VisitorLinked when the visitor is linked to a person other than the chosen one
   * @throws PersonNotFound when the tenant has no such person
   */
  async settle(
    locked: Conversation,
    visitor: Visitor,
    decision: PersonDecision,
    action: CrmAction
  ): Promise<PersonOutcome> {
    const linkTo = decision && decision !== 'new' ? decision.linkTo : null
    const linked = await this.linked(visitor, action.trx)
    if (linked && linkTo !== null && linked.id !== linkTo) throw new VisitorLinked([linked.name])
    if (linked) return { person: linked, match: null, messages: [] }
    if (!keptRecords(this.host).people) return { person: null, match: null, messages: [] }

    if (linkTo !== null) return this.#link(locked, visitor, linkTo, action)
    const match = decision === 'new' ? null : await this.match(visitor, action.trx)
    if (match || !(visitor.name || visitor.email)) return { person: null, match, messages: [] }
    return this.#create(locked, visitor, action)
  }

  async #link(locked: Conversation, visitor: Visitor, personId: string, action: CrmAction) {
    const { tenantId } = visitor
    if (!(await this.host.findPerson(tenantId, personId, action.trx))) throw new PersonNotFound()
    const draft = draftOf(visitor, action)
    const person = await this.host.completePerson(tenantId, personId, draft, action.trx)
    const line = houseText('system_lines.linked', { agent: action.by.name, person: person.name })
    return this.#keep(locked, visitor, { person, line, isNew: false }, action)
  }

  async #create(locked: Conversation, visitor: Visitor, action: CrmAction) {
    const person = await this.host.createPerson(
      visitor.tenantId,
      draftOf(visitor, action),
      action.trx
    )
    const line = houseText('system_lines.added_to_crm', {
      agent: action.by.name,
      person: person.name,
    })
    return this.#keep(locked, visitor, { person, line, isNew: true }, action)
  }

  async #keep(
    locked: Conversation,
    visitor: Visitor,
    { person, line, isNew }: { person: HostPerson; line: string; isNew: boolean },
    { by, trx }: CrmAction
  ): Promise<PersonOutcome> {
    await visitor.useTransaction(trx).merge({ personId: person.id }).save()
    const messages = [await addSystemLine(locked, 'promoted', line, trx)]
    await this.timeline.promotion(locked, { trx, by, personId: person.id }, isNew)
    return { person, match: null, messages }
  }
}

const draftOf = ({ name, email, phone }: Visitor, { ownerId }: CrmAction): PersonDraft => ({
  name,
  email,
  phone,
  ownerId,
})
