import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission, requirePermissionToSwitch } from '#start/chat/permissions'

const ChatAuditController = () => import('#chat/controllers/settings/chat_audit_controller')
const BlocksController = () => import('#chat/controllers/settings/blocks_controller')
const CannedResponsesController = () =>
  import('#chat/controllers/settings/canned_responses_controller')
const ChatSettingsController = () => import('#chat/controllers/settings/chat_settings_controller')
const ChatSetupController = () => import('#chat/controllers/settings/chat_setup_controller')
const ChatWidgetsController = () => import('#chat/controllers/settings/chat_widgets_controller')
const IdentityKeysController = () => import('#chat/controllers/settings/identity_keys_controller')
const KeptMailsController = () => import('#chat/controllers/mail/kept_mails_controller')
const ProactiveController = () => import('#chat/controllers/settings/proactive_controller')
const WidgetSwitchController = () => import('#chat/controllers/settings/widget_switch_controller')
const WidgetTrialController = () => import('#chat/controllers/settings/widget_trial_controller')
const RetentionController = () => import('#chat/controllers/settings/retention_controller')
const WorkController = () => import('#chat/controllers/settings/work_controller')
const WidgetKeyController = () => import('#chat/controllers/settings/widget_key_controller')

/** Settings > Chat Widgets with its setup, Settings > Canned responses, and Settings > Chat audit log. */
export function registerSettingsRoutes(
  router: HttpRouterService,
  { pages, settings }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.get('/', [ChatWidgetsController, 'index']).as('index')
      router.get('/create', [ChatWidgetsController, 'create']).as('create')
      router.post('/', [ChatWidgetsController, 'store']).as('store')
      router.get('/:id/edit', [ChatWidgetsController, 'edit']).as('edit')
      router.get('/:id/retention', [RetentionController, 'show']).as('retention')
      router.get('/:id/try', [WidgetTrialController, 'show']).as('try')
      router.put('/:id', [ChatWidgetsController, 'update']).as('update')
      router.delete('/:id', [ChatWidgetsController, 'destroy']).as('destroy')
      router.post('/:id/toggle', [WidgetSwitchController, 'update']).as('toggle')
      router.post('/:id/regenerate-key', [WidgetKeyController, 'update']).as('regenerate_key')
    })
    .prefix(`${settings}/chat-widgets`)
    .as('chat.settings.widgets')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .group(() => {
      router.get('/', [ProactiveController, 'index']).as('index')
      router.get('/create', [ProactiveController, 'create']).as('create')
      router.post('/', [ProactiveController, 'store']).as('store')
      router.get('/:id/edit', [ProactiveController, 'edit']).as('edit')
      router.put('/:id', [ProactiveController, 'update']).as('update')
      router.delete('/:id', [ProactiveController, 'destroy']).as('destroy')
    })
    .prefix(`${settings}/chat-widgets/:widget/proactive`)
    .as('chat.settings.proactive')
    .where('widget', router.matchers.uuid())
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .group(() => {
      router.get('/', [IdentityKeysController, 'show']).as('show')
      router.post('/', [IdentityKeysController, 'store']).as('store')
      router.post('/secret', [IdentityKeysController, 'storeSecret']).as('secret')
      router.delete('/:identityKey', [IdentityKeysController, 'destroy']).as('destroy')
    })
    .prefix(`${settings}/chat-widgets/:id/identity`)
    .as('chat.settings.widgets.identity')
    .where('id', router.matchers.uuid())
    .where('identityKey', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .group(() => {
      router.get('/', [ChatSetupController, 'show']).as('show')
      router.post('/', [ChatSetupController, 'store']).as('store')
      router.post('/:id/website', [ChatSetupController, 'allow']).as('allow')
      router.get('/:id/state', [ChatSetupController, 'state']).as('state')
    })
    .prefix(`${settings}/chat-widgets/setup`)
    .as('chat.settings.setup')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .group(() => {
      router.get('/', [CannedResponsesController, 'index']).as('index')
      router.get('/create', [CannedResponsesController, 'create']).as('create')
      router.post('/', [CannedResponsesController, 'store']).as('store')
      router.get('/:id/edit', [CannedResponsesController, 'edit']).as('edit')
      router.put('/:id', [CannedResponsesController, 'update']).as('update')
      router.delete('/:id', [CannedResponsesController, 'destroy']).as('destroy')
    })
    .prefix(`${settings}/canned-responses`)
    .as('chat.settings.canned')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .get(`${pages}/settings`, [ChatSettingsController, 'index'])
    .as('chat.settings.home')
    .use([...crmPage, requirePermissionToSwitch('manage chat')])
  router
    .post(`${pages}/settings/switch`, [ChatSettingsController, 'update'])
    .as('chat.settings.switch')
    .use([...crmPage, requirePermissionToSwitch('manage settings')])

  router
    .group(() => {
      router.get('/', [KeptMailsController, 'index']).as('index')
      router.get('/:id', [KeptMailsController, 'show']).as('show')
    })
    .prefix(`${pages}/mail-preview`)
    .as('chat.mails.kept')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .group(() => {
      router.get('/', [BlocksController, 'index']).as('index')
      router.post('/:id/unblock', [BlocksController, 'destroy']).as('destroy')
    })
    .prefix(`${settings}/chat-blocked`)
    .as('chat.settings.blocks')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .group(() => {
      router.get('/', [WorkController, 'index']).as('index')
      router.post('/retry', [WorkController, 'retry']).as('retry')
      router.post('/cancel', [WorkController, 'cancel']).as('cancel')
    })
    .prefix(`${settings}/chat-work`)
    .as('chat.settings.work')
    .use([...crmPage, requirePermission('manage chat')])

  router
    .get(`${settings}/chat-audit`, [ChatAuditController, 'index'])
    .as('chat.settings.audit')
    .use([...crmPage, requirePermission('manage chat')])
}
