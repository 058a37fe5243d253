import type { Infer } from '@vinejs/vine/types'
import type Widget from '#chat/models/widget'
import type { lookValidator } from '#chat/validators/widget/look'

/** What a website shows in its own way: launcher and frame get it in their addresses. */
export type WidgetLook = Infer<typeof lookValidator>

/** What the launcher's look is made of. */
export type LauncherLook = Pick<
  Widget,
  'primaryColor' | 'textColor' | 'position' | 'launcherSize' | 'borderRadius' | 'theme'
>

/** The launcher of a widget as one website shows it. */
export function launcherLook(widget: Widget, look: WidgetLook): LauncherLook {
  const { textColor, launcherSize, borderRadius, theme } = widget
  return {
    textColor,
    launcherSize,
    borderRadius,
    theme,
    primaryColor: look.primary_color ?? widget.primaryColor,
    position: look.position ?? widget.position,
  }
}

/** The query of an address that carries a look, as far as the language of the page, which only the page knows. */
export function lookQuery(look: WidgetLook): string {
  const given = Object.entries(look).filter(([, value]) => value)
  return `?${new URLSearchParams([...given, ['lang', '']])}`
}
