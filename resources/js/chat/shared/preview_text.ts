/** Characters of a message that are shown beside the launcher. */
const LENGTH = 140

/** As much of a message as is shown beside the launcher. */
export function previewText(text: string) {
  const characters = Array.from(text)
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH).join('')}…` : text
}
