import Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'

/** The columns of a conversation that say when something is to happen with it. */
const DUE = ['missed_due_at', 'mail_due_at', 'notify_at', 'push_due_at']

/** Forgets what tests have left to be done later: those that turn the clock ahead would do all of it first. */
export async function nothingDue() {
  await DueAction.query().delete()
  await Conversation.query()
    .where((due) => DUE.forEach((column) => due.orWhereNotNull(column)))
    .update(Object.fromEntries(DUE.map((column) => [column, null])))
}
