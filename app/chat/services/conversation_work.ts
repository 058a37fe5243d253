import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import { placeInLabelLists } from '#chat/models/list_columns'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { Priority } from '#chat/models/conversation'
import Label from '#chat/models/label'
import type Message from '#chat/models/message'
import { announce } from '#chat/services/announcements'
import type { Change, ConversationWriter } from '#chat/services/conversation_writer'
import { MAX_LABELS_OF_CONVERSATION } from '#chat/services/label_attributes'
import { LabelNotFound, TooManyLabels } from '#chat/exceptions/chat_errors'

const table = chatTable('conversation_labels')

/** How agents sort their work: by subject (C4), priority (C3) and labels (C7). Each change is a line of the thread (A5). */
export class ConversationWork {
  constructor(protected writer: ConversationWriter) {}

  /** Says how urgent a conversation is; the priority that it has already changes nothing. */
  setPriority(conversation: Conversation, priority: Priority, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (locked.priority === priority) return []
      locked.priority = priority
      return [await announce(locked, 'priority', `${by.name} set the priority to ${priority}`, trx)]
    })
  }

  /** Says what a conversation is about, in a line of up to 190 characters; null takes the subject away. */
  setSubject(conversation: Conversation, subject: string | null, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (locked.subject === subject) return []
      locked.subject = subject
      const line = subject
        ? `${by.name} set the subject to “${subject}”`
        : `${by.name} removed the subject`
      return [await announce(locked, 'subject', line, trx)]
    })
  }

  /** The conversation's labels by name. */
  labelsOf(conversation: Conversation): Promise<Label[]> {
    return this.#labelsIn(conversation)
  }

  /**
   * Puts a label on a conversation; one that it has already changes nothing.
   *
   * @throws LabelNotFound when the label is gone, or of another tenant
   * @throws TooManyLabels
   */
  addLabel(conversation: Conversation, label: Label, by: Agent): Promise<Conversation> {
    return this.#relabel(conversation, by, (labels) => [...labels, label])
  }

  /** Takes a label off a conversation; one that it does not have changes nothing. */
  removeLabel(conversation: Conversation, label: Label, by: Agent): Promise<Conversation> {
    return this.#relabel(conversation, by, (labels) => labels.filter(({ id }) => id !== label.id))
  }

  /**
   * Gives a conversation these labels and no others; each one that comes or goes is a line of its own.
   *
   * @throws LabelNotFound when one of them is gone, or of another tenant
   * @throws TooManyLabels
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
        throw new TooManyLabels([`${MAX_LABELS_OF_CONVERSATION} labels on a conversation`])
      }
      const lines: Message[] = []
      for (const label of gone) lines.push(await this.#take(locked, label, by, trx))
      for (const label of come) lines.push(await this.#put(locked, label, by, trx))
      return lines
    })
  }

  async #put(locked: Conversation, label: Label, by: Agent, trx: TransactionClientContract) {
    await this.#demand(locked, label, trx)
    await trx.table(table).insert({
      conversation_id: locked.id,
      label_id: label.id,
      ...placeInLabelLists(locked),
    })
    locked.isLabelled = true
    return announce(locked, 'labelled', `${by.name} added the label ${label.name}`, trx)
  }

  async #take(locked: Conversation, label: Label, by: Agent, trx: TransactionClientContract) {
    await trx.from(table).where({ conversation_id: locked.id, label_id: label.id }).delete()
    return announce(locked, 'unlabelled', `${by.name} removed the label ${label.name}`, trx)
  }

  #labelsIn(conversation: Conversation, client?: TransactionClientContract): Promise<Label[]> {
    return Label.query({ client })
      .join(table, `${table}.label_id`, `${Label.table}.id`)
      .where('conversation_id', conversation.id)
      .select(`${Label.table}.*`)
      .orderBy('name')
  }

  /**
   * The label may have been deleted since it was looked up; and no tenant uses another's. It is only
   * kept from going: locked for oneself alone, it would hold up every message of what carries it.
   */
  async #demand({ tenantId }: Conversation, label: Label, trx: TransactionClientContract) {
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
