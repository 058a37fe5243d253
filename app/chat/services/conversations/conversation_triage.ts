import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import { labelListColumns } from '#chat/models/list_columns'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { Priority } from '#chat/models/conversation'
import Label from '#chat/models/label'
import type Message from '#chat/models/message'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { Change, ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { MAX_LABELS_OF_CONVERSATION } from '#chat/services/labels/label_attributes'
import { LabelNotFound, TooManyLabelsHere } from '#chat/exceptions/chat_errors'
import { houseText } from '#chat/texts/text'

const links = () => chatTable('conversation_labels')

/**
 * How agents sort their work: subject (C4), priority (C3) and labels (C7). Each change adds a line to the thread
 * (A5).
 */
export class ConversationTriage {
  constructor(protected writer: ConversationWriter) {}

  /** Sets the priority; the same priority again changes nothing. */
  setPriority(conversation: Conversation, priority: Priority, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (locked.priority === priority) return []
      locked.priority = priority
      return [
        await addSystemLine(
          locked,
          'priority',
          houseText('system_lines.priority', { agent: by.name, priority }),
          trx
        ),
      ]
    })
  }

  /** Sets the subject, one line of up to 190 characters; null removes it. */
  setSubject(conversation: Conversation, subject: string | null, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (locked.subject === subject) return []
      locked.subject = subject
      const line = subject
        ? houseText('system_lines.subject', { agent: by.name, subject })
        : houseText('system_lines.subject_removed', { agent: by.name })
      return [await addSystemLine(locked, 'subject', line, trx)]
    })
  }

  /** The conversation's labels, by name. */
  labelsOf(conversation: Conversation): Promise<Label[]> {
    return this.#labelsIn(conversation)
  }

  /**
   * Adds a label; one that the conversation already has changes nothing.
   *
   * @throws LabelNotFound when the label was deleted or belongs to another tenant
   * @throws TooManyLabelsHere
   */
  addLabel(conversation: Conversation, label: Label, by: Agent): Promise<Conversation> {
    return this.#relabel(conversation, by, (labels) => [...labels, label])
  }

  /** Removes a label; one that the conversation does not have changes nothing. */
  removeLabel(conversation: Conversation, label: Label, by: Agent): Promise<Conversation> {
    return this.#relabel(conversation, by, (labels) => labels.filter(({ id }) => id !== label.id))
  }

  /**
   * Replaces the conversation's labels; each addition and removal gets a line of its own.
   *
   * @throws LabelNotFound when one of them was deleted or belongs to another tenant
   * @throws TooManyLabelsHere
   */
  setLabels(conversation: Conversation, labels: Label[], by: Agent): Promise<Conversation> {
    return this.#relabel(conversation, by, () => labels)
  }

  #relabel(conversation: Conversation, by: Agent, wanted: (labels: Label[]) => Label[]) {
    return this.#change(conversation, async (locked, trx) => {
      const before = await this.#labelsIn(locked, trx)
      const after = wanted(before)
      const gone = before.filter((label) => !has(after, label))
      const come = after.filter((label) => !has(before, label))
      if (before.length + come.length - gone.length > MAX_LABELS_OF_CONVERSATION) {
        throw new TooManyLabelsHere([String(MAX_LABELS_OF_CONVERSATION)])
      }
      const lines: Message[] = []
      for (const label of gone) lines.push(await this.#take(locked, label, by, trx))
      for (const label of come) lines.push(await this.#put(locked, label, by, trx))
      return lines
    })
  }

  async #put(locked: Conversation, label: Label, by: Agent, trx: TransactionClientContract) {
    await this.#assertExists(locked, label, trx)
    await trx.table(links()).insert({
      conversation_id: locked.id,
      label_id: label.id,
      ...labelListColumns(locked),
    })
    locked.isLabelled = true
    const line = houseText('system_lines.labelled', { agent: by.name, label: label.name })
    return addSystemLine(locked, 'labelled', line, trx)
  }

  async #take(locked: Conversation, label: Label, by: Agent, trx: TransactionClientContract) {
    await trx.from(links()).where({ conversation_id: locked.id, label_id: label.id }).delete()
    const line = houseText('system_lines.unlabelled', { agent: by.name, label: label.name })
    return addSystemLine(locked, 'unlabelled', line, trx)
  }

  #labelsIn(conversation: Conversation, client?: TransactionClientContract): Promise<Label[]> {
    return Label.query({ client })
      .join(links(), `${links()}.label_id`, `${Label.table}.id`)
      .where('conversation_id', conversation.id)
      .select(`${Label.table}.*`)
      .orderBy('name')
  }

  /**
   * Refuses a label that was deleted since it was loaded, or belongs to another tenant. A shared lock keeps it from
   * being deleted; an exclusive one would block every message of the conversations that carry it.
   */
  async #assertExists({ tenantId }: Conversation, label: Label, trx: TransactionClientContract) {
    const found = await Label.query({ client: trx })
      .where({ id: label.id, tenant_id: tenantId })
      .forShare()
      .first()
    if (!found) throw new LabelNotFound()
  }

  async #change(conversation: Conversation, change: Change) {
    const written = await this.writer.change(conversation, change)
    return written.conversation
  }
}

const has = (labels: Label[], { id }: Label) => labels.some((label) => label.id === id)
