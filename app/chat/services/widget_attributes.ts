import type Widget from '#chat/models/widget'

/** What an admin decides about a widget. */
export type WidgetAttributes = Pick<
  Widget,
  | 'name'
  | 'isActive'
  | 'primaryColor'
  | 'textColor'
  | 'position'
  | 'borderRadius'
  | 'launcherSize'
  | 'launcherIcon'
  | 'logoUrl'
  | 'theme'
  | 'welcomeTitle'
  | 'welcomeMessage'
  | 'inputPlaceholder'
  | 'offlineMessage'
  | 'collectName'
  | 'collectEmail'
  | 'contactRequired'
  | 'showBranding'
  | 'soundEnabled'
  | 'askRating'
  | 'trackVisitors'
  | 'allowedOrigins'
  | 'businessHours'
>

/** What a new widget looks like and says until an admin changes it. */
export const WIDGET_DEFAULTS: Omit<WidgetAttributes, 'name'> = {
  isActive: true,
  primaryColor: '#2563eb',
  textColor: '#ffffff',
  position: 'bottom-right',
  borderRadius: 12,
  launcherSize: 60,
  launcherIcon: 'chat',
  logoUrl: null,
  theme: 'auto',
  welcomeTitle: 'Hi there!',
  welcomeMessage: 'How can we help you today?',
  inputPlaceholder: 'Type a message...',
  offlineMessage: 'We are away right now. Leave a message and we will get back to you.',
  collectName: true,
  collectEmail: true,
  contactRequired: true,
  showBranding: true,
  soundEnabled: true,
  askRating: true,
  trackVisitors: false,
  allowedOrigins: [],
  businessHours: null,
}
