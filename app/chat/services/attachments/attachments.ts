import type { Readable } from 'node:stream'
import { FileNotFound, FilesOff } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import Attachment from '#chat/models/attachment'
import Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { embeddedFiles } from '#chat/services/attachments/embedded_files'
import { keyOf, previewKeyOf } from '#chat/services/attachments/file_keys'
import { savedAs } from '#chat/services/attachments/file_name'
import { isPicture } from '#chat/services/attachments/file_types'
import type { IncomingFile } from '#chat/services/attachments/incoming_file'
import { KeptFiles } from '#chat/services/attachments/kept_files'
import { Pictures } from '#chat/services/attachments/pictures'
import { ReachableStore } from '#chat/services/attachments/reachable_store'
import { RemovedFiles } from '#chat/services/attachments/removed_files'
import { UnsentFiles } from '#chat/services/attachments/unsent_files'
import { Uploads, type Upload, type Uploader } from '#chat/services/attachments/uploads'
import type { FileScanner } from '#chat/contracts/file_scanner'
import type { FileStore } from '#chat/contracts/file_store'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { ServiceParts } from '#chat/services/service_parts'
import { whereInSight, type Sight } from '#chat/services/visibility/sight'

/** What keeps files, and what looks into them first. */
export interface FileTools {
  store: FileStore
  scanner: FileScanner | null
}

/** `chat.attachments`: files that visitors and agents send (W19), from their upload to their deletion. */
export class Attachments {
  /** What deletes files that were not sent, and those of deleted conversations. */
  readonly dueKinds: DueKind[]

  /** Deletes the files of conversations. */
  readonly removed: RemovedFiles

  /** Deletes files with their bytes. */
  readonly kept: KeptFiles

  readonly #uploads: Uploads
  readonly #store: ReachableStore

  constructor({ config, db, dueActions }: ServiceParts, { store: own, scanner }: FileTools) {
    const store = new ReachableStore(own)
    const { maxPixels, unsentHours } = config.files
    const pictures = new Pictures(maxPixels)
    this.#store = store
    this.kept = new KeptFiles(store)
    this.removed = new RemovedFiles(dueActions, this.kept)
    this.#uploads = new Uploads({ db, dueActions, store, scanner, pictures, unsentHours })
    this.dueKinds = [new UnsentFiles(this.kept), this.removed]
  }

  /**
   * Keeps a visitor's file until they send it.
   *
   * @throws FilesOff where the widget takes no files; and what `Uploads.take` throws
   */
  async fromVisitor(visitor: Visitor, widget: Widget, file: IncomingFile): Promise<Upload> {
    if (!widget.acceptsFiles) throw new FilesOff()
    return this.#uploads.take(visitorAs(visitor), widget, file)
  }

  /** Keeps an agent's file until they send it; the conversation's widget limits it. Throws as `Uploads.take` does. */
  fromAgent(agent: Agent, widget: Widget, file: IncomingFile): Promise<Upload> {
    return this.#uploads.take(agentAs(agent), widget, file)
  }

  /**
   * A file that this visitor may open: their own unsent one, or one of a public message in their conversations.
   *
   * @throws FileNotFound
   */
  async ofVisitor(visitor: Visitor, externalId: string): Promise<Attachment> {
    const file = await this.#find(visitor.tenantId, externalId)
    if (file && isUnsentOf(file, visitorAs(visitor))) return file
    if (!file?.conversationId || file.visibility !== 'public') throw new FileNotFound()
    if (visitor.link && visitor.link.conversationId !== file.conversationId)
      throw new FileNotFound()
    const theirs = await Conversation.query()
      .where({ id: file.conversationId, visitor_id: visitor.id })
      .select('id')
      .first()
    if (!theirs) throw new FileNotFound()
    return file
  }

  /**
   * A file that this agent may open: their own unsent one, or one of a conversation that they may see.
   *
   * @throws FileNotFound
   */
  async ofAgent(agent: Agent, externalId: string, sight: Sight | null): Promise<Attachment> {
    const file = await this.#find(agent.tenantId, externalId)
    if (file && isUnsentOf(file, agentAs(agent))) return file
    if (!file?.conversationId) throw new FileNotFound()
    const seen = await whereInSight(
      Conversation.query().where({ id: file.conversationId, tenant_id: agent.tenantId }),
      sight
    )
      .select('id')
      .first()
    if (!seen) throw new FileNotFound()
    return file
  }

  /**
   * The bytes of a file, or of its preview where it has one.
   *
   * @throws FileNotFound when the store does not have them
   * @throws FilesAway when the store gives no answer
   */
  async open(file: Attachment, isPreview = false): Promise<Readable> {
    const key = isPreview && file.hasPreview ? previewKeyOf(file) : keyOf(file)
    const bytes = await this.#store.read(key)
    if (!bytes) throw new FileNotFound()
    return bytes
  }

  /**
   * A short-lived address of the store's own to save a file from; null when the chat sends it, as it does with all pictures: they
   * are shown, and only what the chat sends is kept from running anything.
   *
   * @throws FilesAway when the store gives no answer
   */
  async addressOf(file: Attachment): Promise<string | null> {
    const { name, mediaType: contentType } = file
    if (isPicture(contentType)) return null
    const headers = { contentType, contentDisposition: savedAs(name) }
    return this.#store.addressOf(keyOf(file), headers)
  }

  /** The files of conversations within a page's own addresses, by id, as far as a page can carry them. */
  embedded(conversations: Conversation[]): Promise<Map<string, string>> {
    return embeddedFiles(
      conversations.map(({ id }) => id),
      this.#store
    )
  }

  /** Deletes a visitor's file that they will not send; a sent one stays. */
  forgetOfVisitor(visitor: Visitor, externalId: string): Promise<void> {
    return this.#forget(visitorAs(visitor), externalId)
  }

  /** Deletes an agent's file that they will not send; a sent one stays. */
  forgetOfAgent(agent: Agent, externalId: string): Promise<void> {
    return this.#forget(agentAs(agent), externalId)
  }

  async #forget(uploader: Uploader, externalId: string) {
    const file = await this.#find(uploader.tenantId, externalId)
    if (file && isUnsentOf(file, uploader)) await this.kept.deleteUnsent(file)
  }

  #find(tenantId: string, externalId: string): Promise<Attachment | null> {
    return Attachment.query()
      .where({ tenant_id: tenantId, external_id: externalId })
      .whereNull('removed_at')
      .whereNotNull('kept_at')
      .first()
  }
}

const visitorAs = ({ id, tenantId }: Visitor): Uploader => ({ type: 'visitor', id, tenantId })

const agentAs = ({ id, tenantId }: Agent): Uploader => ({ type: 'agent', id, tenantId })

const isUnsentOf = ({ messageId, uploaderType, uploaderId }: Attachment, { type, id }: Uploader) =>
  messageId === null && uploaderType === type && uploaderId === id
