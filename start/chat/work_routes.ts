import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission } from '#start/chat/permissions'

const BlockController = () => import('#chat/controllers/inbox/block_controller')
const BulkController = () => import('#chat/controllers/inbox/bulk_controller')
const ChatLabelsController = () => import('#chat/controllers/settings/chat_labels_controller')
const ConversationLabelsController = () =>
  import('#chat/controllers/inbox/conversation_labels_controller')
const FollowUpsController = () => import('#chat/controllers/inbox/follow_ups_controller')
const NoticedController = () => import('#chat/controllers/inbox/noticed_controller')
const PlannedRepliesController = () => import('#chat/controllers/inbox/planned_replies_controller')
const PriorityController = () => import('#chat/controllers/inbox/priority_controller')
const RemovalController = () => import('#chat/controllers/inbox/removal_controller')
const SubjectController = () => import('#chat/controllers/inbox/subject_controller')
const TakersController = () => import('#chat/controllers/inbox/takers_controller')
const VisitorRecordController = () => import('#chat/controllers/inbox/visitor_record_controller')
const ViewsController = () => import('#chat/controllers/inbox/views_controller')

/** Triage: priority, labels, views, bulk actions, deletion. */
export function registerWorkRoutes(
  router: HttpRouterService,
  { pages, settings }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.post('/priority', [PriorityController, 'update']).as('priority')
      router.post('/subject', [SubjectController, 'update']).as('subject')
      router.post('/labels', [ConversationLabelsController, 'store']).as('labels.store')
      router.post('/planned', [PlannedRepliesController, 'store']).as('planned.store')
      router.post('/planned/:planned', [PlannedRepliesController, 'update']).as('planned.update')
      router
        .post('/planned/:planned/cancel', [PlannedRepliesController, 'destroy'])
        .as('planned.destroy')
      router.post('/follow-up/cancel', [FollowUpsController, 'destroy']).as('follow_up.destroy')
      router.post('/block', [BlockController, 'store']).as('block')
      router.post('/noticed', [NoticedController, 'destroy']).as('noticed')
      router.post('/unblock', [BlockController, 'destroy']).as('unblock')
      router.post('/labels/remove', [ConversationLabelsController, 'destroy']).as('labels.destroy')
    })
    .prefix(`${pages}/:id`)
    .as('chat.inbox')
    .where('id', router.matchers.uuid())
    .where('planned', router.matchers.uuid())
    .use([...crmPage, requirePermission('reply chat')])

  router
    .post(`${pages}/:id/delete`, [RemovalController, 'destroy'])
    .as('chat.inbox.delete')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('delete chat')])

  router
    .get(`${pages}/:id/visitor.html`, [VisitorRecordController, 'show'])
    .as('chat.inbox.visitor_record')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])

  router
    .post(`${pages}/:id/erase-visitor`, [RemovalController, 'erase'])
    .as('chat.inbox.erase')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('delete chat')])

  router
    .group(() => {
      router.get('/takers', [TakersController, 'index']).as('takers')
      router.post('/bulk/resolve', [BulkController, 'resolve']).as('bulk.resolve')
      router.post('/bulk/close', [BulkController, 'close']).as('bulk.close')
      router.post('/bulk/archive', [BulkController, 'archive']).as('bulk.archive')
      router.post('/bulk/undo', [BulkController, 'undo']).as('bulk.undo')
      router.post('/bulk/assign', [BulkController, 'assign']).as('bulk.assign')
      router.post('/bulk/priority', [BulkController, 'priority']).as('bulk.priority')
      router.post('/bulk/label', [BulkController, 'label']).as('bulk.label')
      router.post('/views', [ViewsController, 'store']).as('views.store')
      router.post('/views/:view', [ViewsController, 'update']).as('views.update')
      router.post('/views/:view/delete', [ViewsController, 'destroy']).as('views.destroy')
    })
    .prefix(pages)
    .as('chat.inbox')
    .where('view', router.matchers.uuid())
    .use([...crmPage, requirePermission('reply chat')])

  router
    .group(() => {
      router.get('/', [ChatLabelsController, 'index']).as('index')
      router.post('/', [ChatLabelsController, 'store']).as('store')
      router.get('/:id/edit', [ChatLabelsController, 'edit']).as('edit')
      router.put('/:id', [ChatLabelsController, 'update']).as('update')
      router.delete('/:id', [ChatLabelsController, 'destroy']).as('destroy')
    })
    .prefix(`${settings}/chat-labels`)
    .as('chat.settings.labels')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('manage chat')])
}
