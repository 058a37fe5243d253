import type Widget from '#chat/models/widget'
import { FRAME, INSIDE, type WidgetField } from '#chat/models/widget_fields/field'
import { FILE_FAMILIES } from '#chat/services/attachments/file_families'

/** What visitors are asked for, see and may send. */
export const CHATTING = {
  collectName: { kind: 'flag', default: true, ...FRAME },
  collectEmail: { kind: 'flag', default: true, ...FRAME },
  contactRequired: {
    kind: 'flag',
    default: true,
    description: 'Whether what is asked for before the first message has to be answered.',
    ...FRAME,
  },
  showBranding: { kind: 'flag', default: true, ...FRAME },
  soundEnabled: { kind: 'flag', default: true, ...FRAME },
  askRating: {
    kind: 'flag',
    default: true,
    description: 'Whether visitors are asked for a rating when a conversation has ended.',
    ...FRAME,
  },
  acceptsFiles: {
    kind: 'flag',
    default: true,
    description: 'Whether visitors can send files. Agents always can.',
    ...INSIDE,
  },
  maxFileMegabytes: {
    kind: 'megabytes',
    from: 1,
    to: 50,
    default: 10,
    description: 'The largest file, in megabytes.',
    ...FRAME,
  },
  fileTypes: {
    kind: 'choices',
    values: FILE_FAMILIES,
    default: ['pictures', 'documents'],
    description: 'The kinds of files that visitors and agents can send.',
    ...INSIDE,
  },
} as const satisfies Partial<Record<keyof Widget, WidgetField>>
