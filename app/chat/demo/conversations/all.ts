import type { DemoConversation } from '#chat/demo/script'
import { ARABIC_AND_JAPANESE } from '#chat/demo/conversations/arabic_and_japanese'
import { ENGLISH } from '#chat/demo/conversations/english'
import { FRENCH_AND_SPANISH } from '#chat/demo/conversations/french_and_spanish'
import { GERMAN } from '#chat/demo/conversations/german'
import { LONG_THREADS } from '#chat/demo/conversations/long_threads'
import { WAITING_NOW } from '#chat/demo/conversations/waiting_now'

export const DEMO_CONVERSATIONS: DemoConversation[] = [
  ...ENGLISH,
  ...GERMAN,
  ...FRENCH_AND_SPANISH,
  ...ARABIC_AND_JAPANESE,
  ...LONG_THREADS,
  ...WAITING_NOW,
]
