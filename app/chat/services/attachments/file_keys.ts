import type Attachment from '#chat/models/attachment'

/** The key of a file's bytes in the `FileStore`: nothing in it comes from its sender. */
export const keyOf = ({ externalId }: Attachment) => `${externalId.slice(0, 2)}/${externalId}`

/** The key of its preview. */
export const previewKeyOf = (attachment: Attachment) => `${keyOf(attachment)}.preview`
