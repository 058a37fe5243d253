/** SQL for a column that a condition is to check without an index being chosen for it, on any database. */
export const UNINDEXED = 'coalesce(??, null)'
