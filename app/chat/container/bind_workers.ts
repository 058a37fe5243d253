import type { ModuleSources } from '#chat/container/module_sources'
import { ChatService } from '#chat/services/chat_service'
import { AssignmentWorker } from '#chat/workers/assignment_worker'
import { dueQueues, DueWorker } from '#chat/workers/due_worker'
import { MailboxWorker } from '#chat/workers/mailbox_worker'
import { settingsVersion } from '#chat/services/settings/settings_version'
import { SearchIndexWorker } from '#chat/workers/search_index_worker'
import { SettingsWatch } from '#chat/workers/settings_watch'

/** Binds the workers of this process. */
export function bindWorkers(sources: ModuleSources) {
  const { container } = sources.app
  container.singleton(AssignmentWorker, async (resolver) => {
    return new AssignmentWorker(await resolver.make(ChatService), await resolver.make('logger'))
  })
  container.singleton(DueWorker, async (resolver) => {
    const logger = await resolver.make('logger')
    return new DueWorker(dueQueues(await resolver.make(ChatService), logger), logger)
  })
  container.singleton(MailboxWorker, async (resolver) => {
    const { config, mails } = await resolver.make(ChatService)
    const logger = await resolver.make('logger')
    return new MailboxWorker({ settings: config.mail.inbound, inbound: mails.inbound, logger })
  })
  container.singleton(SettingsWatch, async (resolver) => {
    return new SettingsWatch(settingsVersion, await resolver.make('logger'))
  })
  container.singleton(SearchIndexWorker, async (resolver) => {
    return new SearchIndexWorker(await sources.client(), await resolver.make('logger'))
  })
}

/** The workers of a web process, in the order in which they start. */
export async function workersOfWebProcess({ app, config }: ModuleSources) {
  const due = config.workInWebProcess
    ? [await app.container.make(DueWorker), await app.container.make(MailboxWorker)]
    : []
  return [
    await app.container.make(SettingsWatch),
    await app.container.make(AssignmentWorker),
    ...due,
    await app.container.make(SearchIndexWorker),
  ]
}
