import Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'
import { DUE_COLUMNS, NOTHING_DUE } from '#chat/services/due_actions/due_conversations'

/** Forgets what tests have left to be done later: those that turn the clock ahead would do all of it first. */
export async function nothingDue() {
  await DueAction.query().delete()
  await Conversation.query()
    .where((due) => DUE_COLUMNS.forEach((column) => void due.orWhereNotNull(column)))
    .update(NOTHING_DUE)
}
