import { preferences } from './preferences.js'
import { playSound } from './sound.js'

const LASTS = 30_000
const EVERY = 2000
/** Two short ones and a long one, in milliseconds. */
const VIBRATION = [200, 100, 200, 100, 400]

/** The conversation that rings, by its id, and what ends it. */
const ringing = new Map<string, () => void>()

/** Rings for a chat that has come to the agent, until it is opened in any tab, or for half a minute (N3). */
export function ring(conversation: string) {
  stopRinging(conversation)
  const until = Date.now() + LASTS
  const step = () => {
    const isOver = Date.now() >= until || preferences.lookingAt === conversation
    if (isOver) return stopRinging(conversation)
    if (preferences.sound) playSound()
    navigator.vibrate?.(VIBRATION)
  }
  const timer = setInterval(step, EVERY)
  ringing.set(conversation, () => clearInterval(timer))
  step()
}

/** The agent has taken note of it, here or in another tab. */
export function stopRinging(conversation: string) {
  ringing.get(conversation)?.()
  ringing.delete(conversation)
}

/** Ends what rings for conversations that were unread before, and no longer are: they were opened on another device. */
export function stopRingingForRead(before: string[] = [], now: string[] = []) {
  for (const each of before) if (!now.includes(each)) stopRinging(each)
}
