import type { AttachmentJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import { RequestError } from '../net/request_error.js'
import { uuid } from '../net/uuid.js'

/** A file beside the composer, from the choice to the message. */
export interface PendingFile {
  /** The upload's id: repeated with each attempt, so that the server keeps the file once. */
  id: string
  name: string
  size: number
  /** The local address of a picture; none after a reload. */
  picture?: string
  /** What is being sent; none once the server has it. */
  file?: File
  /** From 0 to 1. */
  progress: number
  /** Why it was not uploaded. */
  failed?: string
  /** Whether trying again may help. */
  isTemporary?: boolean
  /** As the server has it. */
  kept?: AttachmentJson
}

/** What the files of one side differ in. */
export interface FilesSide {
  /** Uploads one file; rejects with a `RequestError`. */
  upload(
    file: File,
    id: string,
    onProgress: (part: number) => void,
    signal: AbortSignal
  ): Promise<AttachmentJson>
  /** The server may forget a file that will not be sent. */
  forget(file: AttachmentJson): void
  /** Why a file is not even tried; undefined for none. */
  refusal(file: File, count: number): string | undefined
  /** In words, for people. */
  reasonOf(error: RequestError): string
  onChange(): void
}

/** The files that are attached to the next message: uploaded one after the other, so that messages pass them by. */
export class PendingFiles {
  entries: PendingFile[] = []
  #underWay?: { id: string; abort: AbortController }

  constructor(private side: FilesSide) {
    addEventListener('online', () => this.#again())
  }

  /** Whether a message has to wait for a file. */
  get isBusy() {
    return this.entries.some(({ kept }) => !kept)
  }

  /** What the server has, in order. */
  get ready(): AttachmentJson[] {
    return this.entries.flatMap(({ kept }) => kept ?? [])
  }

  /** Those of an earlier page, which the server has. */
  restore(files: AttachmentJson[]) {
    const added = files.map((kept) => ({
      id: kept.id,
      name: kept.name,
      size: kept.size,
      progress: 1,
      kept,
    }))
    this.entries = [...added, ...this.entries]
    this.side.onChange()
  }

  add(files: File[]) {
    for (const file of files) {
      const failed = this.side.refusal(file, this.entries.length)
      const picture = failed || !/^image\/(jpeg|png|gif|webp)$/.test(file.type) ? undefined : file
      this.entries.push({
        ...{ id: uuid(), name: file.name, size: file.size, progress: 0, file, failed },
        picture: picture && URL.createObjectURL(picture),
      })
    }
    this.#next()
  }

  retry(id: string) {
    this.#change(id, { failed: undefined, progress: 0 })
    this.#next()
  }

  /** Cancels an upload, or takes an uploaded file off the message. */
  remove(id: string) {
    const entry = this.#find(id)
    if (this.#underWay?.id === id) this.#underWay.abort.abort()
    if (entry?.kept) this.side.forget(entry.kept)
    this.#forget(({ id: each }) => each === id)
    this.#next()
  }

  /** They have become part of a message. */
  clear() {
    this.#forget(({ kept }) => !!kept)
    this.side.onChange()
  }

  #forget(isGone: (entry: PendingFile) => boolean) {
    for (const { picture } of this.entries.filter(isGone)) {
      if (picture) URL.revokeObjectURL(picture)
    }
    this.entries = this.entries.filter((entry) => !isGone(entry))
  }

  #next() {
    const next = this.entries.find(({ kept, failed }) => !kept && failed === undefined)
    if (next && !this.#underWay) void this.#send(next)
    this.side.onChange()
  }

  async #send({ id, file }: PendingFile) {
    const abort = new AbortController()
    this.#underWay = { id, abort }
    const onProgress = (progress: number) => {
      this.#change(id, { progress })
      this.side.onChange()
    }
    try {
      const kept = await this.side.upload(file!, id, onProgress, abort.signal)
      // Taken off in the last moment
      if (abort.signal.aborted) this.side.forget(kept)
      this.#change(id, { kept, name: kept.name, progress: 1, file: undefined })
    } catch (thrown) {
      const error = thrown instanceof RequestError ? thrown : new RequestError(0)
      this.#change(id, { failed: this.side.reasonOf(error), isTemporary: error.isTemporary })
    }
    this.#underWay = undefined
    this.#next()
  }

  #again() {
    for (const { id, failed, isTemporary } of this.entries) {
      if (failed !== undefined && isTemporary) this.#change(id, { failed: undefined })
    }
    this.#next()
  }

  #find(id: string) {
    return this.entries.find((entry) => entry.id === id)
  }

  #change(id: string, changes: Partial<PendingFile>) {
    this.entries = this.entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry))
  }
}
