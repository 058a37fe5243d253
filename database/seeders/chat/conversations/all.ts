import type { DemoConversation } from '#database/seeders/chat/script'
import { ARABIC_AND_JAPANESE } from '#database/seeders/chat/conversations/arabic_and_japanese'
import { ENGLISH } from '#database/seeders/chat/conversations/english'
import { FRENCH_AND_SPANISH } from '#database/seeders/chat/conversations/french_and_spanish'
import { GERMAN } from '#database/seeders/chat/conversations/german'
import { LONG_THREADS } from '#database/seeders/chat/conversations/long_threads'
import { WAITING_NOW } from '#database/seeders/chat/conversations/waiting_now'

export const DEMO_CONVERSATIONS: DemoConversation[] = [
  ...ENGLISH,
  ...GERMAN,
  ...FRENCH_AND_SPANISH,
  ...ARABIC_AND_JAPANESE,
  ...LONG_THREADS,
  ...WAITING_NOW,
]
