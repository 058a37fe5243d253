/** A file of a message, as both sides see it. */
export interface AttachmentJson {
  id: string
  name: string
  media_type: string
  /** In bytes. */
  size: number
  /** Of a picture, in pixels. */
  width: number | null
  height: number | null
  /** Whether there is a smaller picture of it. */
  has_preview: boolean
}

/** Where a file can be saved from. */
export interface FileAddressJson {
  /** A short-lived address; null where the chat sends the file itself. */
  url: string | null
}
