import type { ChatConfig } from '#chat/define_config'
import type Widget from '#chat/models/widget'
import { embedCode } from '#chat/controllers/settings/embed_code'
import type { SetupState } from '#chat/services/setup/setup_path'

type StepState = 'done' | 'next' | 'later'

/** The address of a website that may carry the widget, for showing it; null where the list names none. */
export function websitePage({ allowedOrigins }: Widget): string | null {
  const named = allowedOrigins.find((entry) => !entry.includes('*'))
  if (!named) return null
  return named.includes('://') ? `${named}/` : `https://${named}/`
}

/** Whether the first visit has come, and from where. */
export function presentVisit({ widget, isVisited, isTried }: SetupState) {
  const origin = widget?.firstSeenOrigin
  return {
    isVisited,
    isTried,
    text: !isVisited
      ? 'Waiting for the first visit…'
      : origin
        ? `The first visit came from ${origin}.`
        : 'Your website has had its first visit.',
  }
}

/** The steps of the set-up path, each done, next or later. */
export function presentSetup(state: SetupState, config: ChatConfig) {
  const { widget, isVisited, isTried } = state
  const hasWebsite = isVisited || Boolean(widget?.allowedOrigins.length)
  const done = { widget: widget !== null, website: hasWebsite, trial: isTried, visit: isVisited }
  const names = Object.keys(done) as (keyof typeof done)[]
  // The trial may be left out: what comes after it does not wait for it
  const next = names.find((name) => !done[name] && name !== 'trial')
  const stateOf = (name: keyof typeof done): StepState => {
    if (done[name]) return 'done'
    return name === next || (name === 'trial' && hasWebsite) ? 'next' : 'later'
  }
  return {
    widget,
    websites: widget?.allowedOrigins ?? [],
    install: widget && embedCode(config, widget),
    visit: presentVisit(state),
    steps: Object.fromEntries(names.map((name) => [name, stateOf(name)])),
    count: { done: 1 + names.filter((name) => done[name]).length, all: 1 + names.length },
  }
}
