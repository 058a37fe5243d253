import type { ChatPermission } from '#chat/contracts/permissions'

/**
 * One entry of the host's sidebar. `badgeId` is the id of an element in it that the module updates, `slotId` that of
 * an empty element below it that the module's script may fill. `bellId` is that of an empty element which every page has
 * where it is always in sight, such as in its top bar: the module's script puts the bell with its notifications there.
 * `href` begins with the path of `publicUrl`.
 */
export interface SidebarEntry {
  label: string
  href: string
  icon: string
  permission: ChatPermission
  badgeId?: string
  slotId?: string
  bellId?: string
}

/** The module's description for Integrations > Modules (A1). */
export interface ModuleDefinition {
  id: string
  name: string
  category: string
  description: string
  permissions: readonly ChatPermission[]
  sidebar: SidebarEntry[]
  settings: SidebarEntry[]
  /** Script and stylesheet addresses that every page of the host carries while the module is on. */
  scripts: () => string[]
  /** The setup page, for users who hold `manage chat`: the target after enabling the module. */
  setupUrl?: string
  /** What stops when the module is switched off, one sentence each, for the page that asks for confirmation. */
  disableConsequences?: (tenantId: string) => Promise<string[]>
}

/** A panel that a module adds to the host's pages of people, leads and tickets (P4). */
export interface RecordPanel {
  /** Edge view that renders the panel. */
  view: string
  /** State for the view, or null when there is nothing to show. */
  state(record: {
    tenantId: string
    personId?: string
    leadId?: string
    ticketId?: string
    /** The user who views the page. */
    viewerId: string
  }): Promise<Record<string, unknown> | null>
}
