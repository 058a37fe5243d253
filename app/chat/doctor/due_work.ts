import { DateTime } from 'luxon'
import type { ApplicationService } from '@adonisjs/core/types'
import { waitingLine } from '#chat/doctor/work_lines'
import DueAction from '#chat/models/due_action'
import Webhook from '#chat/models/webhook'
import Widget from '#chat/models/widget'
import { ChatService } from '#chat/services/chat_service'
import { taskKey } from '#chat/services/due_actions/due_actions'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { SetupError } from '#chat/exceptions/setup_errors'

/** A worker looks every second, so that work which is later than this has none, or too few. */
const LATE = { minutes: 2 }

/** The oldest due row per kind; late ones are an error. */
export async function describeDueWork(app: ApplicationService) {
  const { dueWork } = await app.container.make(ChatService)
  const waiting = await dueWork.waiting()
  const unknown = waiting.find(({ kind }) => !dueWork.knows(kind))
  if (unknown)
    throw new SetupError(
      `${waitingLine(unknown)}, which this version of the chat cannot run: is a newer one at work?`
    )
  const late = waiting.filter(({ nextAt }) => nextAt < DateTime.utc().minus(LATE))
  if (late.length)
    throw new SetupError(
      `${late.map(waitingLine).join('; ')}: no worker runs, or it cannot keep up. ` +
        'Start a web process, or "node ace chat:work"'
    )
  return waiting.length ? waiting.map(waitingLine).join('; ') : 'nothing is scheduled'
}

/** Work that was given up after its last attempt. */
export async function requireNoFailures(app: ApplicationService) {
  const { dueWork } = await app.container.make(ChatService)
  const failed = await dueWork.failed()
  if (!failed.length) return 'none'
  const [{ kind, error }] = failed
  throw new SetupError(
    `${failed.length} failed too often, the last one "${kind}" with "${error ?? 'no reason'}": ` +
      '"node ace chat:due" lists them, --retry runs them again'
  )
}

/** Which widgets delete by age, and whether each is going to. */
export async function describeRetention() {
  const widgets = await Widget.query().whereNotNull('retention_days')
  const keyOf = ({ id }: Widget) => taskKey({ kind: 'retention', subject: id })
  const keys = widgets.map(keyOf)
  const rows = await DueAction.query().whereIn('key', keys).whereNotNull('due_at')
  const scheduled = new Set(rows.map(({ key }) => key))
  const lost = widgets.find((widget) => !scheduled.has(keyOf(widget)))
  if (lost)
    throw new SetupError(
      `Widget "${lost.name}" is to delete after ${lost.retentionDays} days, but no run is scheduled: ` +
        'change its days and save it'
    )
  if (!widgets.length) return 'all widgets keep everything'
  return widgets.map(({ name, retentionDays }) => `${name} ${retentionDays} days`).join(', ')
}

/** Webhooks whose receivers do not take what they are sent. */
export async function describeWebhooks() {
  const failing = await Webhook.query().where('is_active', true).whereNotNull('failing_since')
  if (!failing.length) return 'none fails'
  const urls = failing.map(({ url, failingSince }) => `${url} since ${failingSince!.toISO()}`)
  throw new SetupError(`These receivers fail: ${urls.join(', ')}. See Settings > Chat webhooks`)
}

/** How many streams are open, by process. */
export async function describeStreams(app: ApplicationService) {
  await app.container.make('transmit')
  const serving = await app.container.make(ServingProcesses)
  const processes = await serving.recent()
  if (!processes.length) return 'no process serves'
  return processes.map(({ name, streams }) => `${name} has ${streams} open`).join(', ')
}
