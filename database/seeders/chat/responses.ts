import type { ChatService } from 'adonis-crm-chat'

const RESPONSES = [
  ['hello', 'Greeting', 'Hello {{visitor.name|there}}, {{agent.name}} here. How can I help?'],
  [
    'hours',
    'Opening hours',
    'We are in the workshop Monday to Friday from nine to six, and on Saturdays until one.',
  ],
  [
    'return',
    'Sending something back',
    'You have thirty days from delivery to send it back, unused and in its box. Please put {{conversation.number}} on the parcel.',
  ],
  [
    'email',
    'Answer by email',
    'I will look into it and write to {{visitor.email|your email address}} today.',
  ],
  ['bye', 'Goodbye', 'Thank you for writing. Have a good ride! {{agent.name}}'],
]

/** What the shop's team answers every day. */
export async function createDemoResponses(chat: ChatService, userId: string) {
  for (const [shortcut, title, content] of RESPONSES) {
    const attributes = { shortcut, title, content }
    await chat.cannedResponses.create(chat.config.defaultTenant, attributes, userId)
  }
}
