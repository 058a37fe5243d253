import type Widget from '#chat/models/widget'
import { FRAME, type WidgetField } from '#chat/models/widget_fields/field'
import { LAUNCHER_ICONS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget_values'

/** What the launcher and the chat look like. */
export const APPEARANCE = {
  primaryColor: { kind: 'colour', default: '#2563eb', ...FRAME },
  textColor: { kind: 'colour', default: '#ffffff', ...FRAME },
  position: { kind: 'choice', values: WIDGET_POSITIONS, default: 'bottom-right', ...FRAME },
  borderRadius: { kind: 'pixels', from: 0, to: 32, default: 12, ...FRAME },
  launcherSize: { kind: 'pixels', from: 40, to: 80, default: 60, ...FRAME },
  launcherIcon: { kind: 'choice', values: LAUNCHER_ICONS, default: 'chat', ...FRAME },
  logoUrl: {
    kind: 'address',
    default: null,
    description: 'The https address of a picture.',
    ...FRAME,
  },
  theme: { kind: 'choice', values: WIDGET_THEMES, default: 'auto', ...FRAME },
} as const satisfies Partial<Record<keyof Widget, WidgetField>>
