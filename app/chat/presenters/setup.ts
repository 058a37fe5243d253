import type Widget from '#chat/models/widget'
import { embedCode } from '#chat/presenters/embed_code'
import { refusedWebsite } from '#chat/services/widgets/setup/refused_visits'
import type { WidgetCatalog } from '#chat/services/widgets/widget_catalog'
import type { SetupState } from '#chat/services/widgets/setup/setup_path'
import type { SetupProgressJson } from '#chat/transformers/json/setup_json'
import { text } from '#chat/texts/text'

/** The address of a website that may carry the widget, for showing it; null where the list names none. */
export function websitePage({ allowedOrigins }: Widget): string | null {
  const named = allowedOrigins.find((entry) => !entry.includes('*'))
  if (!named) return null
  return named.includes('://') ? `${named}/` : `https://${named}/`
}

/** Whether the first visit has come, and from where; until then, which website was refused. */
function presentVisit({ widget, isVisited, isTried }: SetupState) {
  const origin = widget?.firstSeenOrigin
  return {
    isVisited,
    isTried,
    refused: widget && !isVisited ? refusedWebsite(widget) : null,
    text: !isVisited
      ? text('setup.visit.waiting')
      : origin
        ? text('setup.visit.from', { origin })
        : text('setup.visit.came'),
  }
}

/** How far one has come: each step done, next or later, and the first visit. */
export function presentProgress(state: SetupState): SetupProgressJson {
  const { widget, isVisited, isTried } = state
  const hasWebsite = isVisited || Boolean(widget?.allowedOrigins.length)
  const done = { widget: widget !== null, website: hasWebsite, trial: isTried, visit: isVisited }
  const names = Object.keys(done) as (keyof typeof done)[]
  // The trial may be left out: what comes after it does not wait for it
  const next = names.find((name) => !done[name] && name !== 'trial')
  const stateOf = (name: keyof typeof done) => {
    if (done[name]) return 'done'
    return name === next || (name === 'trial' && hasWebsite) ? 'next' : 'later'
  }
  return {
    visit: presentVisit(state),
    steps: Object.fromEntries(names.map((name) => [name, stateOf(name)])),
    count: { done: 1 + names.filter((name) => done[name]).length, all: 1 + names.length },
  }
}

/** The set-up path with all that it needs of the widget. */
export function presentSetup(state: SetupState, widgets: WidgetCatalog) {
  const { widget } = state
  return {
    widget,
    websites: widget?.allowedOrigins ?? [],
    install: widget && embedCode(widgets, widget),
    ...presentProgress(state),
  }
}
