import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { CrmHost } from '#chat/contracts/crm_host'

export interface RateLimit {
  /** How many requests are let through per `everySeconds`. */
  requests: number
  everySeconds: number
}

export interface ChatConfig {
  /** Put before the name of every table of the module. */
  tablePrefix: string

  /** The tenant of a host that has none. */
  defaultTenant: string

  /** Builds the host's side of the contract; called once, after the application has booted. */
  host: () => Promise<CrmHost>

  /** Origin and path at which browsers reach this application, without a slash at the end. */
  publicUrl: string

  /** Middleware that gives the CRM's pages their session, CSRF protection and logged-in user. */
  crmMiddleware: () => Promise<(MiddlewareFn | ParsedNamedMiddleware)[]>

  /**
   * Middleware that finds out whom a request of the REST API is from: by a bearer token, or by the
   * session with CSRF protection. It must let requests of nobody pass; the module answers those.
   */
  apiMiddleware: () => Promise<(MiddlewareFn | ParsedNamedMiddleware)[]>

  /** Edge component that the module's CRM pages are put into; it gets `title` and slots `main`. */
  layout: string

  /** How long after its end a visitor's next message takes a conversation up again, in hours. */
  reopenWindowHours: number

  /** So many hours after it was resolved a conversation is closed; 0 leaves it resolved. */
  autoCloseResolvedAfterHours: number

  /**
   * For so many seconds what the inbox resolves, closes or archives can be undone, and the visitor hears
   * nothing of it; 0 does it immediately. `ChatService` and the REST API never wait.
   */
  undoSeconds: number

  /** How long a visitor's token lives after its last use, in days. */
  visitorTokenDays: number

  /** An agent counts as online this many seconds after the last sign of life of its stream. */
  agentOnlineSeconds: number

  /** An agent whose last stream has closed is gone after so many seconds: longer than a reload takes. */
  agentLeavesAfterSeconds: number

  /**
   * After how many minutes offline an agent's conversations that wait for an answer go back to the
   * queue; 0 leaves them where they are.
   */
  requeueOfflineAfterMinutes: number

  /**
   * After how many minutes in the queue of a department of which no agent is there a conversation is
   * open to everyone; 0 leaves it to the department.
   */
  departmentFallbackMinutes: number

  /**
   * For how many minutes after they talked a visitor who writes again goes back to the same agent, when
   * that one is there and has room; 0 always goes through the queue.
   */
  returnToAgentMinutes: number

  limits: {
    /** One visitor's messages. */
    messagesPerVisitor: RateLimit
    /** Every other request of one visitor. */
    requestsPerVisitor: RateLimit
    /** New visitors from one address: an office of a hundred must fit in. */
    sessionsPerIp: RateLimit
    /** All requests from one address. */
    requestsPerIp: RateLimit
    /** Messages from one address, whoever sends them. */
    messagesPerIp: RateLimit
    /** New visitors of one widget, from anywhere. */
    sessionsPerWidget: RateLimit
    /** Messages to one widget, from anywhere. */
    messagesPerWidget: RateLimit
    /** One user's requests to the REST API. */
    apiPerUser: RateLimit
  }

  streams: {
    perVisitor: number
    perIp: number
    perAgent: number
    /**
     * Seconds between heartbeats while the chat is looked at; in the background three times as long. So long what a lost
     * frame has said may stay unseen. Proxies cut silent streams at 60.
     */
    heartbeatSeconds: number
    /** A stream whose reader has fallen this many bytes behind is ended. */
    maxBufferedBytes: number
  }

  webhooks: {
    /**
     * Whether who manages the chat may let a webhook call addresses in private networks, this machine's
     * own included. A host whose tenants are strangers to each other says no.
     */
    allowPrivateAddresses: boolean
    /** How long a receiver may take to answer. */
    timeoutSeconds: number
    /** How long after each failed attempt the next one is made; after the last of them none is. */
    retryAfterSeconds: readonly number[]
    /** For how long deliveries are kept, what they said included. */
    keepDeliveriesDays: number
  }
}

type Defaulted = Omit<
  ChatConfig,
  'host' | 'publicUrl' | 'crmMiddleware' | 'apiMiddleware' | 'layout'
>

const DEFAULTS: Defaulted = {
  tablePrefix: 'crm_',
  defaultTenant: 'default',
  reopenWindowHours: 24,
  autoCloseResolvedAfterHours: 0,
  undoSeconds: 8,
  visitorTokenDays: 180,
  agentOnlineSeconds: 45,
  agentLeavesAfterSeconds: 4,
  requeueOfflineAfterMinutes: 5,
  departmentFallbackMinutes: 5,
  returnToAgentMinutes: 10,
  limits: {
    messagesPerVisitor: { requests: 40, everySeconds: 60 },
    requestsPerVisitor: { requests: 300, everySeconds: 60 },
    sessionsPerIp: { requests: 300, everySeconds: 600 },
    requestsPerIp: { requests: 6000, everySeconds: 60 },
    messagesPerIp: { requests: 1200, everySeconds: 60 },
    sessionsPerWidget: { requests: 3000, everySeconds: 600 },
    messagesPerWidget: { requests: 12000, everySeconds: 60 },
    apiPerUser: { requests: 600, everySeconds: 60 },
  },
  streams: {
    perVisitor: 6,
    perIp: 400,
    perAgent: 12,
    heartbeatSeconds: 8,
    maxBufferedBytes: 1024 * 1024,
  },
  webhooks: {
    allowPrivateAddresses: true,
    timeoutSeconds: 10,
    retryAfterSeconds: [10, 60, 300, 1800, 7200, 21_600, 43_200, 86_400],
    keepDeliveriesDays: 30,
  },
}

export type ChatConfigInput = Omit<ChatConfig, keyof Defaulted> &
  Partial<Omit<Defaulted, 'limits' | 'streams' | 'webhooks'>> & {
    limits?: Partial<ChatConfig['limits']>
    streams?: Partial<ChatConfig['streams']>
    webhooks?: Partial<ChatConfig['webhooks']>
  }

/** Fills what `config/chat.ts` leaves out. */
export function defineConfig(input: ChatConfigInput): ChatConfig {
  return {
    ...DEFAULTS,
    ...input,
    limits: { ...DEFAULTS.limits, ...input.limits },
    streams: { ...DEFAULTS.streams, ...input.streams },
    webhooks: { ...DEFAULTS.webhooks, ...input.webhooks },
  }
}
