import { ifFree, sleep } from '../shared/net/tab_lock.js'

/**
 * A short, quiet tone for a message. Browsers allow it only after the visitor has done something here, and of several
 * tabs only one sounds.
 */
export class Sound {
  #context?: AudioContext

  constructor() {
    for (const type of ['pointerdown', 'keydown']) {
      addEventListener(type, () => this.#unlock(), { once: true, passive: true })
    }
  }

  play(id: string) {
    if (!this.#context) return
    void ifFree(`crmchat-sound:${id}`, async () => {
      this.#beep()
      await sleep(2000)
    }).catch(() => {})
  }

  #unlock() {
    try {
      this.#context ??= new AudioContext()
    } catch {
      // No sound device: the chat is silent
    }
  }

  #beep() {
    const context = this.#context!
    const tone = context.createOscillator()
    const volume = context.createGain()
    const now = context.currentTime
    tone.frequency.setValueAtTime(660, now)
    tone.frequency.setValueAtTime(880, now + 0.09)
    volume.gain.setValueAtTime(0.08, now)
    volume.gain.exponentialRampToValueAtTime(0.0001, now + 0.35)
    tone.connect(volume).connect(context.destination)
    tone.start(now)
    tone.stop(now + 0.35)
  }
}
