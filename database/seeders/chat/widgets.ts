import {
  type ChatService,
  type Widget,
  widgetDefaults,
  type WidgetAttributes,
} from 'adonis-crm-chat'

export type DemoWidget = 'shop' | 'workshop' | 'outlet'

const OPEN = { enabled: true, start: '09:00', end: '18:00' }
const CLOSED = { enabled: false }

/** The name by which `npm start` finds the widget that the demo website carries. */
export const DEMO_SITE_WIDGET = 'Velo Atelier shop'

const WIDGETS: Record<DemoWidget, Partial<WidgetAttributes> & { name: string }> = {
  shop: {
    name: DEMO_SITE_WIDGET,
    welcomeTitle: 'Velo Atelier',
    welcomeMessage: 'Hello! 👋 Questions about a bike, a part or your order? Ask away.',
    inputPlaceholder: 'Ask us anything…',
    offlineMessage: 'We are out riding. Leave a message and we will get back to you.',
    primaryColor: '#0f766e',
    borderRadius: 16,
    contactRequired: false,
  },
  workshop: {
    name: 'Werkstatt Wien',
    welcomeTitle: 'Velo Atelier Werkstatt',
    welcomeMessage: 'Grüß Gott! Wie können wir Ihnen helfen?',
    inputPlaceholder: 'Ihre Nachricht …',
    offlineMessage:
      'Die Werkstatt hat gerade zu. Schreiben Sie uns, wir melden uns am nächsten Werktag.',
    primaryColor: '#9f1239',
    position: 'bottom-left',
    launcherIcon: 'help',
    allowedOrigins: ['https://werkstatt.velo-atelier.example', '*.velo-atelier.example'],
    businessHours: {
      timezone: 'Europe/Vienna',
      monday: OPEN,
      tuesday: OPEN,
      wednesday: OPEN,
      thursday: { enabled: true, start: '09:00', end: '20:00' },
      friday: OPEN,
      saturday: { enabled: true, start: '10:00', end: '14:00' },
      sunday: CLOSED,
    },
  },
  outlet: {
    name: 'Spring outlet (over)',
    isActive: false,
    welcomeTitle: 'Spring outlet',
    welcomeMessage: 'Last pieces, first served. What are you looking for?',
    primaryColor: '#1d4ed8',
    launcherIcon: 'message',
    showBranding: false,
    allowedOrigins: ['outlet.velo-atelier.example'],
  },
}

/** Makes the demo's widgets: one per website of the shop, and one that has served its time. */
export async function createDemoWidgets(chat: ChatService, userId: string) {
  const made = {} as Record<DemoWidget, Widget>
  for (const [key, attributes] of Object.entries(WIDGETS)) {
    const tenantId = chat.config.defaultTenant
    const widget = { ...widgetDefaults(), ...attributes }
    made[key as DemoWidget] = await chat.widgets.create(tenantId, widget, userId)
  }
  return made
}
