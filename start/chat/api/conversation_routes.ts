import type { HttpRouterService } from '@adonisjs/core/types'
import { REFERENCE_MATCHER } from '#chat/models/reference'
import type { WithPermission } from '#start/chat/api/with_permission'

const AssignmentController = () => import('#chat/controllers/api/assignment_controller')
const BulkController = () => import('#chat/controllers/api/bulk_controller')
const ContactController = () => import('#chat/controllers/api/contact_controller')
const ConversationActionsController = () =>
  import('#chat/controllers/api/conversation_actions_controller')
const ConversationLabelsController = () =>
  import('#chat/controllers/api/conversation_labels_controller')
const ConversationsController = () => import('#chat/controllers/api/conversations_controller')
const CrmRecordsController = () => import('#chat/controllers/api/crm_records_controller')
const FilesController = () => import('#chat/controllers/api/files_controller')
const PlannedRepliesController = () => import('#chat/controllers/api/planned_replies_controller')
const TranscriptsController = () => import('#chat/controllers/api/transcripts_controller')
const MessagesController = () => import('#chat/controllers/api/messages_controller')

/** Conversations, their messages and the actions on them. */
export function registerApiConversationRoutes(
  router: HttpRouterService,
  withPermission: WithPermission
) {
  withPermission('view chat', () => {
    router.get('/conversations', [ConversationsController, 'index']).as('conversations.index')
    router
      .get('/conversations/export', [ConversationsController, 'export'])
      .as('conversations.export')
    router.get('/conversations/:id', [ConversationsController, 'show']).as('conversations.show')
    router
      .get('/conversations/:id/messages', [MessagesController, 'index'])
      .as('conversations.messages.index')
    router
      .get('/conversations/:id/planned-replies', [PlannedRepliesController, 'index'])
      .as('conversations.planned.index')
  })

  withPermission('view chat', () => {
    router
      .get('/conversations/:id/transcript', [TranscriptsController, 'show'])
      .as('conversations.transcript')
  })

  withPermission('view chat', () => {
    router
      .get('/files/:file', [FilesController, 'show'])
      .where('file', router.matchers.uuid())
      .as('files.show')
  })

  withPermission(
    'reply chat',
    () => {
      router
        .post('/conversations/:id/files', [FilesController, 'store'])
        .as('conversations.files.store')
    },
    'file'
  )

  withPermission('reply chat', () => {
    router.post('/conversations/bulk', [BulkController, 'store']).as('conversations.bulk')
    router
      .group(() => {
        router.post('/messages', [MessagesController, 'store']).as('messages.store')
        router.post('/notes', [MessagesController, 'note']).as('notes.store')
        router.post('/planned-replies', [PlannedRepliesController, 'store']).as('planned.store')
        router
          .put('/planned-replies/:planned', [PlannedRepliesController, 'update'])
          .where('planned', REFERENCE_MATCHER)
          .as('planned.update')
        router
          .delete('/planned-replies/:planned', [PlannedRepliesController, 'destroy'])
          .where('planned', REFERENCE_MATCHER)
          .as('planned.destroy')
        router.post('/read', [ConversationActionsController, 'read']).as('read')
        router.post('/assign', [AssignmentController, 'update']).as('assign')
        router.post('/transfer', [AssignmentController, 'transfer']).as('transfer')
        router.post('/transcript', [TranscriptsController, 'store']).as('transcript_mail')
        router.put('/contact', [ContactController, 'update']).as('contact')
        router.put('/priority', [AssignmentController, 'priority']).as('priority')
        router.put('/subject', [AssignmentController, 'subject']).as('subject')
        router.put('/labels', [ConversationLabelsController, 'update']).as('labels.update')
        router.post('/labels', [ConversationLabelsController, 'store']).as('labels.store')
        router
          .delete('/labels/:label', [ConversationLabelsController, 'destroy'])
          .where('label', REFERENCE_MATCHER)
          .as('labels.destroy')
        router.post('/resolve', [ConversationActionsController, 'resolve']).as('resolve')
        router.post('/close', [ConversationActionsController, 'close']).as('close')
        router.post('/reopen', [ConversationActionsController, 'reopen']).as('reopen')
        router.post('/snooze', [ConversationActionsController, 'snooze']).as('snooze')
        router.post('/wake', [ConversationActionsController, 'wake']).as('wake')
        router.post('/archive', [ConversationActionsController, 'archive']).as('archive')
        router.post('/unarchive', [ConversationActionsController, 'unarchive']).as('unarchive')
        router.post('/convert-to-lead', [CrmRecordsController, 'convert']).as('convert')
        router.post('/create-ticket', [CrmRecordsController, 'ticket']).as('ticket')
        router.post('/promote-to-person', [CrmRecordsController, 'promote']).as('promote')
      })
      .prefix('/conversations/:id')
      .as('conversations')
  })

  withPermission('delete chat', () => {
    router
      .delete('/conversations/:id', [ConversationsController, 'destroy'])
      .as('conversations.destroy')
  })
}
