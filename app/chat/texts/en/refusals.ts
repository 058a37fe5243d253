/** Why a conversation cannot be changed as asked, for agents and REST clients alike. */
export const refusals = {
  already: 'This conversation is already {status}',
  move: 'A {from} conversation can’t become {to}',
  snooze_open_only: 'Only an open conversation can be snoozed',
} as const
