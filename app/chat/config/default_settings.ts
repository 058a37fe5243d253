import type { ChatConfig } from '#chat/config/chat_config'
import { adonisMailer } from '#chat/host/adonis_mailer'
import { ownFiles } from '#chat/host/own_files'

/** The settings that a host may leave out. */
export type OptionalSettings = Omit<ChatConfig, 'host' | 'publicUrl' | 'widgetUrl' | 'bases'>

/** The largest email that is taken where a host does not say. */
export const INBOUND_MAX_BYTES = 10 * 1024 * 1024

/** The push services of the browsers. */
export const PUSH_SERVICES = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.services.mozilla.com',
  '*.notify.windows.com',
  '*.push.apple.com',
] as const

/** The value of each setting that a host leaves out. */
export const DEFAULT_SETTINGS: OptionalSettings = {
  tablePrefix: 'crm_',
  defaultTenant: 'default',
  countryHeader: null,
  crmMiddleware: async () => [],
  apiMiddleware: async () => [],
  homeUrl: '/',
  layout: 'chat::shell',
  language: 'en',
  reopenWindowHours: 24,
  autoCloseResolvedAfterHours: 0,
  undoSeconds: 8,
  visitorTokenDays: 180,
  agentOnlineSeconds: 45,
  agentLeavesAfterSeconds: 4,
  requeueOfflineAfterMinutes: 5,
  departmentFallbackMinutes: 5,
  returnToAgentMinutes: 10,
  openConversationsPerAddress: 30,
  keepPageViews: 200,
  limits: {
    messagesPerVisitor: { requests: 40, everySeconds: 60 },
    requestsPerVisitor: { requests: 300, everySeconds: 60 },
    sessionsPerIp: { requests: 300, everySeconds: 600 },
    endingsPerIp: { requests: 300, everySeconds: 600 },
    linksPerIp: { requests: 60, everySeconds: 600 },
    requestsPerIp: { requests: 6000, everySeconds: 60 },
    messagesPerIp: { requests: 1200, everySeconds: 60 },
    filesPerVisitor: { requests: 60, everySeconds: 600 },
    filesPerIp: { requests: 600, everySeconds: 600 },
    pageViewsPerVisitor: { requests: 60, everySeconds: 60 },
    pageViewsPerIp: { requests: 1200, everySeconds: 60 },
    proactivePerIp: { requests: 300, everySeconds: 600 },
    transcriptsPerVisitor: { requests: 3, everySeconds: 3600 },
    transcriptsPerIp: { requests: 20, everySeconds: 3600 },
    transcriptsPerAddress: { requests: 5, everySeconds: 86_400 },
    sessionsPerWidget: { requests: 3000, everySeconds: 600 },
    messagesPerWidget: { requests: 12000, everySeconds: 60 },
    apiPerUser: { requests: 600, everySeconds: 60 },
  },
  streams: {
    perVisitor: 6,
    perIp: 400,
    perAgent: 12,
    heartbeatSeconds: 8,
    drainSeconds: 2,
    maxBufferedBytes: 1024 * 1024,
  },
  mailer: adonisMailer(),
  workInWebProcess: true,
  mail: { unreadAfterMinutes: 5, inbound: null },
  notifications: { mailAfterMinutes: 5 },
  push: {
    services: PUSH_SERVICES,
    allowPrivateAddresses: false,
    timeoutSeconds: 10,
    contact: null,
  },
  pushDriver: async () => null,
  files: {
    store: ownFiles(),
    scanner: async () => null,
    maxPixels: 50_000_000,
    unsentHours: 24,
  },
  webhooks: {
    allowPrivateAddresses: false,
    timeoutSeconds: 10,
    retryAfterSeconds: [10, 60, 300, 1800, 7200, 21_600, 43_200, 86_400],
    keepDeliveriesDays: 30,
  },
}
