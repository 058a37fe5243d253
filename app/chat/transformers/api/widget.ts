import type Widget from '#chat/models/widget'
import { LAUNCHER_ICONS, WEEKDAYS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget'
import { shape } from '#chat/transformers/api/shape'

const TIME = { type: 'string', description: 'HH:mm in the time zone of the widget' }

const DAY = {
  type: 'object',
  properties: { enabled: { type: 'boolean' }, start: TIME, end: TIME },
  required: ['enabled'],
  additionalProperties: false,
}

const BUSINESS_HOURS = {
  properties: {
    timezone: { type: 'string', description: 'IANA name' },
    ...Object.fromEntries(WEEKDAYS.map((day) => [day, DAY])),
  },
  required: ['timezone', ...WEEKDAYS],
  additionalProperties: false,
}

/** A widget as the API shows it. */
export const widgetShape = shape<Widget>('Widget', 'A chat widget of a website.', (field) => ({
  id: field.integer((widget) => widget.id),
  uuid: field.uuid((widget) => widget.externalId, 'What addresses call it.'),
  name: field.text((widget) => widget.name),
  token: field.text((widget) => widget.publicKey, 'The public key that websites embed.'),
  is_active: field.yesNo((widget) => widget.isActive),
  primary_color: field.text((widget) => widget.primaryColor),
  text_color: field.text((widget) => widget.textColor),
  position: field.choice(WIDGET_POSITIONS, (widget) => widget.position),
  border_radius: field.integer((widget) => widget.borderRadius),
  launcher_size: field.integer((widget) => widget.launcherSize),
  launcher_icon: field.choice(LAUNCHER_ICONS, (widget) => widget.launcherIcon),
  logo_url: field.orNull.text((widget) => widget.logoUrl),
  theme: field.choice(WIDGET_THEMES, (widget) => widget.theme),
  welcome_title: field.text((widget) => widget.welcomeTitle),
  welcome_message: field.text((widget) => widget.welcomeMessage),
  input_placeholder: field.text((widget) => widget.inputPlaceholder),
  offline_message: field.text((widget) => widget.offlineMessage),
  handler_type: field.choice(['agent', 'ai_bot', 'workflow'], (widget) => widget.handlerType),
  handler_id: field.orNull.integer(() => null, 'What answers when it is not an agent.'),
  collect_email: field.yesNo((widget) => widget.collectEmail),
  collect_name: field.yesNo((widget) => widget.collectName),
  contact_required: field.yesNo((widget) => widget.contactRequired),
  show_branding: field.yesNo((widget) => widget.showBranding),
  sound_enabled: field.yesNo((widget) => widget.soundEnabled),
  track_visitors: field.yesNo((widget) => widget.trackVisitors),
  allowed_domains: field.texts(
    (widget) => widget.allowedOrigins,
    'Origins or domains that may carry the widget; empty means every website.'
  ),
  business_hours: field.orNull.object(
    (widget) => widget.businessHours,
    BUSINESS_HOURS,
    'Null means always open.'
  ),
  created_at: field.moment((widget) => widget.createdAt),
  updated_at: field.moment((widget) => widget.updatedAt),
}))

interface EmbedCode {
  snippet: string
  policy: string
  origin: string
}

/** What goes into the website. */
export const embedCodeShape = shape<EmbedCode>(
  'EmbedCode',
  'The line that goes into a website.',
  (field) => ({
    embed_code: field.text(({ snippet }) => snippet, 'One script element.'),
    content_security_policy: field.text(
      ({ policy }) => policy,
      'What a website with such a policy has to allow.'
    ),
    origin: field.text(({ origin }) => origin),
  })
)
