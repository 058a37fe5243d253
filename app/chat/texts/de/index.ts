import { agentScript } from './agent_script.js'
import { agents } from './agents.js'
import { audit } from './audit.js'
import { blocks } from './blocks.js'
import { canned } from './canned.js'
import { crmRecords } from './crm_records.js'
import { dashboard } from './dashboard.js'
import { deliveries } from './deliveries.js'
import { drawn } from './drawn.js'
import { errors } from './errors.js'
import { exports } from './exports.js'
import { fields } from './fields.js'
import { forms } from './forms.js'
import { identity } from './identity.js'
import { inbox } from './inbox.js'
import { inboxCommands } from './inbox_commands.js'
import { inboxScript } from './inbox_script.js'
import { launcher } from './launcher.js'
import { labels } from './labels.js'
import { mails } from './mails.js'
import { module } from './module.js'
import { notices } from './notices.js'
import { planned } from './planned.js'
import { proactive } from './proactive.js'
import { records } from './records.js'
import { reference } from './reference.js'
import { refusals } from './refusals.js'
import { settingsScript } from './settings_script.js'
import { setup } from './setup.js'
import { shell } from './shell.js'
import { supportChat } from './support_chat.js'
import { systemLines } from './system_lines.js'
import { transcripts } from './transcripts.js'
import { validation } from './validation.js'
import { webhooks } from './webhooks.js'
import { widget } from './widget.js'
import { widgets } from './widgets.js'
import { work } from './work.js'
import type { english } from '../en/index.js'
import type { Translation } from '../translation.js'

/** German. */
export const german: Translation<typeof english> = {
  agent_script: agentScript,
  agents,
  audit,
  blocks,
  canned,
  crm_records: crmRecords,
  dashboard,
  deliveries,
  drawn,
  errors,
  exports,
  fields,
  forms,
  identity,
  inbox,
  inbox_commands: inboxCommands,
  inbox_script: inboxScript,
  labels,
  launcher,
  mails,
  module,
  notices,
  planned,
  proactive,
  records,
  reference,
  refusals,
  settings_script: settingsScript,
  setup,
  shell,
  support_chat: supportChat,
  system_lines: systemLines,
  transcripts,
  validation,
  webhooks,
  widget,
  widgets,
  work,
}
