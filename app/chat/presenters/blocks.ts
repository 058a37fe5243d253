import { DateTime } from 'luxon'
import type Block from '#chat/models/block'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { text } from '#chat/texts/text'

/** One blocked visitor of the list. */
export function presentBlock(block: Block, clock: ViewerClock) {
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
