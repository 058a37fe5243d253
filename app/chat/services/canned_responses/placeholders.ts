import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'

/** The records that placeholders read. `conversation` has its visitor loaded. */
export interface PlaceholderSource {
  conversation: Conversation
  agent: Agent
}

type Reader = (source: PlaceholderSource) => string | null

/** Every placeholder and the value that it stands for. */
const PLACEHOLDERS: Record<string, Reader> = {
  'visitor.name': ({ conversation }) => conversation.visitor.name,
  'visitor.email': ({ conversation }) => conversation.visitor.email,
  'agent.name': ({ agent }) => agent.name,
  'conversation.number': ({ conversation }) => conversation.displayNumber,
}

export const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS)

/** `{{name}}` or `{{name|fallback}}`; braces do not nest. */
const PLACEHOLDER = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/**
 * Fills in a text (R7). A missing value becomes the placeholder's fallback, or an empty string. Values are inserted
 * verbatim and never read as placeholders; an unknown placeholder stays visible.
 */
export function fillIn(text: string, source: PlaceholderSource): string {
  return text.replace(PLACEHOLDER, (written, name: string, fallback = '') => {
    const read = readerOf(name)
    return read ? oneLine(read(source)) || fallback.trim() : written
  })
}

/** Placeholders in a text that do not exist, as they are written, without duplicates. */
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
