import { existsSync } from 'node:fs'
import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import {
  describeDueWork,
  describeRetention,
  describeStreams,
  describeWebhooks,
  requireNoFailures,
} from '#chat/doctor/due_work'
import { describeMailbox } from '#chat/doctor/mailbox'
import { requireMigrations } from '#chat/doctor/migrations'
import { checkedHost } from '#chat/support/check_host'
import { checkLayout } from '#chat/support/check_layout'
import { chatAsset } from '#chat/support/assets'
import { builtFile } from '#chat/support/package_files'
import Message from '#chat/models/message'
import TeamSettings from '#chat/models/team_settings'
import { databaseFileOf, searchFileOf } from '#chat/services/inbox/search/index/search_file'
import { searchIndexOf } from '#chat/services/inbox/search/index/search_indexes'
import { DatabaseNotMigrated, SetupError } from '#chat/exceptions/setup_errors'

/**
 * What is looked at, and how; a check that fails throws an error whose message says what to do. It is left out when one
 * of those that it needs has failed, because what it would say is their consequence.
 */
export type Check = [
  name: string,
  run: (app: ApplicationService, config: ChatConfig) => unknown,
  ...needs: string[],
]

const TABLES = ['database', 'migrations']

export const CHECKS: Check[] = [
  ['APP_KEY', requireAppKey],
  ['address', requireReachableAddress],
  ['bases', requireFreeBases],
  ['browser files', requireBuiltFiles],
  ['layout', requireLayout],
  ['database', requireTables],
  ['migrations', requireMigrations],
  ['search', describeSearch, ...TABLES],
  ['host', async (_, config) => checkedHost(await config.host())],
  ['agents', requireAgents, 'host'],
  ['request limits', (app) => app.container.make('limiter.manager')],
  ['streams', describeStreams, ...TABLES],
  ['Redis', checkRedis],
  ['mailbox', describeMailbox],
  ['due work', describeDueWork, ...TABLES],
  ['failed work', requireNoFailures, ...TABLES],
  ['webhooks', describeWebhooks, ...TABLES],
  ['retention', describeRetention, ...TABLES],
]

/** A Redis that is named in one of the three configurations must be named in the others. */
async function checkRedis(app: ApplicationService, { redisUrl }: ChatConfig) {
  const hasTransport = Boolean(app.config.get('transmit.transport'))
  if (Boolean(redisUrl) !== hasTransport)
    throw new SetupError(
      'Only one of redisUrl in config/chat.ts and transport in config/transmit.ts is set'
    )
  if (!redisUrl) return 'not used: right for one web process'
  const { redisLink } = await import('#chat/redis/redis_link')
  if (!(await redisLink(redisUrl).answers()))
    throw new SetupError('Redis does not answer: look at REDIS_URL')
}

function requireAppKey() {
  if (!process.env.APP_KEY) throw new SetupError('APP_KEY is empty: run "node ace generate:key"')
}

function requireReachableAddress({ inProduction }: ApplicationService, { publicUrl }: ChatConfig) {
  const { protocol, hostname } = new URL(publicUrl)
  const isPrivate = hostname === 'localhost' || protocol !== 'https:'
  if (inProduction && isPrivate)
    throw new SetupError(
      `publicUrl is ${publicUrl}: websites need an https address that they can reach`
    )
}

/** A console process has the host's routes, but has not committed them, which is when they are compared. */
async function requireFreeBases(app: ApplicationService, { bases }: ChatConfig) {
  const router = await app.container.make('router')
  router.commit()
  return Object.entries(bases)
    .map(([name, base]) => `${name} ${base}`)
    .join(', ')
}

function requireBuiltFiles() {
  const isBuilt =
    existsSync(builtFile('loader.js')) && chatAsset('resources/js/chat/widget/main.ts').js
  if (!isBuilt)
    throw new SetupError('The built browser files are missing: install the package again')
}

async function requireLayout({ usingEdgeJS }: ApplicationService, { layout }: ChatConfig) {
  if (!usingEdgeJS)
    throw new SetupError(
      'Edge is missing: run "node ace configure edge", for the chat’s pages need it'
    )
  const { default: edge } = await import('edge.js')
  checkLayout(edge, layout)
}

async function requireTables() {
  await TeamSettings.query()
    .first()
    .catch((error) => {
      throw new DatabaseNotMigrated(error)
    })
}

async function describeSearch() {
  const { client } = Message.query()
  const file = databaseFileOf(client)
  if (!file) return 'reads the database itself'
  const index = searchIndexOf(client)
  if (!index) {
    return `reads the messages themselves: SQLite has no FTS5, or ${searchFileOf(file)} cannot be written`
  }
  return `by ${searchFileOf(file)}${index.isComplete ? '' : ', which a server process is filling'}`
}

async function requireAgents(_: ApplicationService, config: ChatConfig) {
  const host = await config.host()
  const users = await host.assignableUsers(config.defaultTenant)
  if (!users.length) return 'no user may answer chats yet: see "can" in config/chat.ts'
  return `${users.length} ${users.length === 1 ? 'user' : 'users'} may answer chats`
}
