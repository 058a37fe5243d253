import vine from '#chat/validators/vine'

/** Text that every database and browser treats alike: without null bytes and halves of characters. */
export const cleaned = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed().trim() : value

/** A text that is not empty. */
export const text = (max: number) => vine.string().parse(cleaned).minLength(1).maxLength(max)
