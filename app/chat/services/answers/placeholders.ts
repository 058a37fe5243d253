import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'

/** What a text may be filled in from. `conversation` comes with its visitor. */
export interface PlaceholderSource {
  conversation: Conversation
  agent: Agent
}

type Reader = (source: PlaceholderSource) => string | null

/** Every placeholder there is, with what it stands for. */
const PLACEHOLDERS: Record<string, Reader> = {
  'visitor.name': ({ conversation }) => conversation.visitor.name,
  'visitor.email': ({ conversation }) => conversation.visitor.email,
  'agent.name': ({ agent }) => agent.name,
  'conversation.number': ({ conversation }) => conversation.displayNumber,
}

export const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS)

/** `{{name}}` or `{{name|what to say when there is none}}`; braces do not nest. */
const PLACEHOLDER = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/**
 * Fills in a text (R7). What is not known of the visitor is replaced by the placeholder's fallback,
 * or by nothing. A value is put in as it is and never read for placeholders itself; a placeholder
 * that does not exist stays visible.
 */
export function fillIn(text: string, source: PlaceholderSource): string {
  return text.replace(PLACEHOLDER, (written, name: string, fallback = '') => {
    const read = readerOf(name)
    return read ? oneLine(read(source)) || fallback.trim() : written
  })
}

/** What looks like a placeholder and is none, as it is written; each once. */
export function unknownPlaceholders(text: string): string[] {
  const unknown = [...text.matchAll(PLACEHOLDER)].filter(([, name]) => !readerOf(name))
  const rest = text.replace(PLACEHOLDER, '')
  const unpaired = ['{{', '}}'].filter((braces) => rest.includes(braces))
  return [...new Set([...unknown.map(([written]) => written), ...unpaired])]
}

function readerOf(name: string): Reader | undefined {
  const known = name.trim()
  return Object.hasOwn(PLACEHOLDERS, known) ? PLACEHOLDERS[known] : undefined
}

const oneLine = (value: string | null) => (value ?? '').replace(/\s+/g, ' ').trim()
