import { DateTime } from 'luxon'
import type Block from '#chat/models/block'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

interface Found {
  rows: Block[]
  nextCursor: string | null
}

/** A page of blocked visitors, and the ways to the others. */
export const presentBlocks = (
  { rows, nextCursor }: Found,
  cursor: string | undefined,
  clock: ViewerClock
) => ({
  rows: rows.map((block) => presentBlock(block, clock)),
  newestHref: cursor ? chatUrl('chat.settings.blocks.index') : null,
  olderHref: nextCursor && chatUrl('chat.settings.blocks.index', {}, { cursor: nextCursor }),
})

function presentBlock(block: Block, clock: ViewerClock) {
  const { visitor, agentName, addressUntil, createdAt } = block
  const isAddressBlocked = addressUntil !== null && addressUntil > DateTime.utc()
  return {
    id: visitor.externalId,
    name: visitor.displayName,
    by: agentName,
    iso: clock.iso(createdAt),
    at: clock.full(createdAt),
    address: isAddressBlocked
      ? text('blocks.address_until', { time: clock.full(addressUntil) })
      : text('blocks.address_free'),
  }
}
