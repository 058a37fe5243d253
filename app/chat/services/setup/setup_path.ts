import Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import { normalizeAllowedOrigin } from '#chat/services/allowed_origins'
import { hasBeenVisited } from '#chat/services/setup/first_visits'
import { WIDGET_DEFAULTS } from '#chat/services/widget_attributes'
import type { WidgetCatalog } from '#chat/services/widget_catalog'

/** How far a tenant has come with a widget. */
export interface SetupState {
  widget: Widget | null
  /** Whether anything was written by its chat, on the test page or elsewhere. */
  isTried: boolean
  isVisited: boolean
}

/** `www.` and the bare domain are one website to most people: an address or a port stands for itself. */
function withCounterpart(entry: string): string[] {
  const [, scheme = '', host] = /^(https?:\/\/)?(.*)$/.exec(entry)!
  if (!host.includes('.') || /:\d+$|^[\d.]+$|^\*/.test(host)) return [entry]
  return [entry, `${scheme}${host.startsWith('www.') ? host.slice(4) : `www.${host}`}`]
}

/**
 * The allowed websites that a pasted address stands for, whatever follows the host in it; null where it is
 * none.
 */
export function websitesOfAddress(address: string): string[] | null {
  const [, head] = /^\s*((?:https?:\/\/)?[^\s/?#]+)(?:[/?#]\S*)?\s*$/i.exec(address) ?? []
  const entry = head ? normalizeAllowedOrigin(head) : null
  return entry ? withCounterpart(entry) : null
}

/** The way from an empty module to the first visit; every step can be told from what is stored. */
export class SetupPath {
  constructor(protected widgets: WidgetCatalog) {}

  /** Whether a widget of the tenant is in use on a website. */
  async isFinished(tenantId: string): Promise<boolean> {
    const widgets = await this.widgets.list(tenantId)
    return widgets.some(hasBeenVisited)
  }

  /**
   * The state of one widget; without an id of the one that is being set up, else of one that is in use.
   * @throws NoSuchWidget when the tenant has none of this id
   */
  async state(tenantId: string, externalId?: string): Promise<SetupState> {
    const widget = externalId
      ? await this.widgets.find(tenantId, externalId)
      : await this.#current(tenantId)
    return {
      widget,
      isTried: widget !== null && (await this.#isTried(widget)),
      isVisited: widget !== null && hasBeenVisited(widget),
    }
  }

  /** A first widget with the look that widgets have by default. */
  createWidget(tenantId: string, name: string, userId: string | null): Promise<Widget> {
    return this.widgets.create(tenantId, { ...WIDGET_DEFAULTS, name }, userId)
  }

  /** Lets websites carry the widget, besides those that may. */
  allow(widget: Widget, websites: string[], userId: string | null): Promise<Widget> {
    const allowedOrigins = [...new Set([...widget.allowedOrigins, ...websites])]
    return this.widgets.update(widget, { allowedOrigins }, userId)
  }

  async #current(tenantId: string): Promise<Widget | null> {
    const widgets = await this.widgets.list(tenantId)
    const newestFirst = widgets.toSorted((left, right) => right.id - left.id)
    const waiting = newestFirst.find((widget) => widget.isActive && !hasBeenVisited(widget))
    return waiting ?? newestFirst[0] ?? null
  }

  async #isTried({ tenantId, id }: Widget): Promise<boolean> {
    const written = await Conversation.query()
      .select('id')
      .where({ tenant_id: tenantId, widget_id: id })
      .first()
    return written !== null
  }
}
