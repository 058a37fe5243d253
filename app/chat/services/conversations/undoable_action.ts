/** Actions that take effect after a delay, so that they can be undone before the visitor notices. */
export const UNDOABLE_ACTIONS = ['resolve', 'close', 'archive'] as const
/** The actions that agents can undo for some seconds. */
export type UndoableAction = (typeof UNDOABLE_ACTIONS)[number]
