import Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import { normalizeAllowedOrigin } from '#chat/services/widgets/allowed_origins'
import { hasBeenVisited } from '#chat/services/widgets/setup/first_visits'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'
import type { WidgetCatalog } from '#chat/services/widgets/widget_catalog'

/** A tenant's progress with a widget. */
export interface SetupState {
  widget: Widget | null
  /** Whether the widget has received a message, on the test page or elsewhere. */
  isTried: boolean
  isVisited: boolean
}

/**
 * `www.` and the bare domain are one website to most people; an IP address or a host with a port has no counterpart.
 */
function withCounterpart(entry: string): string[] {
  const [, scheme = '', host] = /^(https?:\/\/)?(.*)$/.exec(entry)!
  if (!host.includes('.') || /:\d+$|^[\d.]+$|^\*/.test(host)) return [entry]
  return [entry, `${scheme}${host.startsWith('www.') ? host.slice(4) : `www.${host}`}`]
}

/** The allowed websites for a pasted address; its path is ignored. Null when it is no address. */
export function websitesOfAddress(address: string): string[] | null {
  const [, head] = /^\s*((?:https?:\/\/)?[^\s/?#]+)(?:[/?#]\S*)?\s*$/i.exec(address) ?? []
  const entry = head ? normalizeAllowedOrigin(head) : null
  return entry ? withCounterpart(entry) : null
}

/** The setup from an empty module to the first visit; every step is derived from stored data. */
export class SetupPath {
  constructor(protected widgets: WidgetCatalog) {}

  /** Whether a widget of the tenant is in use on a website. */
  async isFinished(tenantId: string): Promise<boolean> {
    const widgets = await this.widgets.list(tenantId)
    return widgets.some(hasBeenVisited)
  }

  /**
   * The state of one widget; without an id, of the one being set up, else of one in use.
   *
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

  /** Creates a first widget with the default look. */
  createWidget(tenantId: string, name: string, userId: string | null): Promise<Widget> {
    return this.widgets.create(tenantId, { ...widgetDefaults(), name }, userId)
  }

  /** Adds websites to those that may embed the widget. */
  allow(widget: Widget, websites: string[], userId: string | null): Promise<Widget> {
    const allowedOrigins = [...new Set([...widget.allowedOrigins, ...websites])]
    return this.widgets.update(widget, { allowedOrigins }, userId)
  }

  async #current(tenantId: string): Promise<Widget | null> {
    const all = await this.widgets.list(tenantId)
    const widgets = all.filter(({ isInApp }) => !isInApp)
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
