let audio: AudioContext | undefined

/** Browsers play sound only after the user has interacted with the page. */
export function unlockSound() {
  const unlock = () => {
    audio ??= new AudioContext()
    void audio.resume()
  }
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, unlock, { once: true, passive: true })
  }
}

/** Two soft notes. */
export function playSound() {
  if (audio?.state !== 'running') return
  note(audio, 660, 0)
  note(audio, 880, 0.12)
}

function note(context: AudioContext, frequency: number, after: number) {
  const start = context.currentTime + after
  const tone = new OscillatorNode(context, { frequency })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.linearRampToValueAtTime(0.08, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
  tone.connect(gain).connect(context.destination)
  tone.start(start)
  tone.stop(start + 0.32)
}
