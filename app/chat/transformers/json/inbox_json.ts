import type { OwnStatusJson } from '#chat/transformers/json/agent_json'

/** A fragment of a page, rendered. */
export interface FragmentJson {
  html: string
}

/** A page of the inbox's list, with the tabs above it. */
export interface ListJson extends FragmentJson {
  tabs: string
  next_cursor: string | null
  /** What a search has found, in words; empty without a search. */
  found: string
}

/** Single rows of the list. */
export interface RowsJson extends FragmentJson {
  /** The conversations asked for that do not belong under the filters. */
  gone: string[]
  /** The count of each tab, as text. */
  counts: Record<string, string>
}

/** An open conversation: its thread with head and composer, and the visitor's card. */
export interface PaneJson extends FragmentJson {
  context: string
}

/** The parts of an open conversation around its thread. */
export interface ContextJson {
  head: string
  composer: string
  context: string
  planned: string
  ended: boolean
}

/** Messages of a thread, rendered. */
export interface ThreadJson extends FragmentJson {
  first_seq: number
  last_seq: number
  has_more: boolean
  visitor_read_seq: number
  agent_read_seq: number
}

/** An action that can be undone. */
export interface UndoOfferJson {
  ids: string[]
  summary: string
  /** For how long. */
  seconds: number
}

/** The response to an action on a conversation, as far as the inbox reads it. */
export interface ActionJson {
  notice?: string
  undo?: UndoOfferJson
}

/** The response to a change of a saved view, as far as the inbox reads it. */
export interface NoticeJson {
  notice: string
}

/** The response to a bulk action, as far as the inbox reads it. */
export interface BulkJson {
  summary: string
  undo?: UndoOfferJson
}

/** The open conversations with unread messages. */
export interface UnreadJson {
  /** Their external ids; not all of them where there are more than a badge shows. */
  conversations: string[]
  is_capped: boolean
  agent_id: number
}

/** A canned response in the composer's list. */
export interface CannedEntryJson {
  id: string
  shortcut: string
  title: string
  preview: string
}

/** The tenant's canned responses. */
export interface CannedListJson {
  responses: CannedEntryJson[]
}

/** A canned response, filled in for a conversation. */
export interface CannedTextJson {
  content: string
}

/** The viewer's own status, and whether they may reply. */
export type ViewerStatusJson = OwnStatusJson & { may_serve: boolean }
