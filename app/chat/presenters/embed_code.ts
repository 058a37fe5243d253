import type Widget from '#chat/models/widget'
import type { WidgetCatalog } from '#chat/services/widgets/widget_catalog'

/** The line that goes into the website, and what a website with a strict CSP has to allow for it. */
export const embedCode = (widgets: WidgetCatalog, widget: Widget) => ({
  snippet: widgets.embedSnippet(widget),
  worker: widgets.pushWorker(widget),
  ...widgets.embedPolicy(),
})
