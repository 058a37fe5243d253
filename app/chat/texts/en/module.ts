/** What the module adds to the host: its name, its menu, and what turning it off stops. */
export const module = {
  name: 'Live Chat',
  category: 'Channels',
  description:
    'A chat widget for your websites and a shared inbox for your team. Visitors become people, conversations become leads.',
  chat: 'Chat',
  anonymous: 'Visitor {id}',
  disabling: {
    conversations: {
      one: '{count} open conversation stops. Neither side can write.',
      other: '{count} open conversations stop. Neither side can write.',
    },
    widgets: {
      one: '{count} widget disappears from its website.',
      other: '{count} widgets disappear from their websites.',
    },
    agents: 'Agents are disconnected from the inbox.',
  },
  record: {
    title: 'Conversations',
    team: 'Team:',
    more: 'Older conversations are in the inbox.',
  },
  back: 'Back to the inbox',
} as const
