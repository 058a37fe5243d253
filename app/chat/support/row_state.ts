/** The columns of a conversation that decide where it is listed and how it is counted. */
export interface ListedState {
  folder: string
  status: string
  agentId: number | null
  priority: string
  /** The pending action, which can still be undone. */
  pendingAction: string | null
}

/** The state as one string, for server and browser alike: a row carries it, and a frame is compared with it. */
export const rowState = ({ folder, status, agentId, priority, pendingAction }: ListedState) =>
  [folder, status, agentId ?? '', priority, pendingAction ?? ''].join(' ')
