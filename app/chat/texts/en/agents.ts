/** Chat > Agents: who receives chats, departments, and how much an agent takes. */
export const agents = {
  title: 'Agents',
  inbox: 'Inbox',
  lead: 'Who receives chats, how many at a time, and from which widgets and departments.',
  add: 'Add agent',
  empty: {
    title: 'No agents yet',
    text: 'Until you add agents, new conversations stay unassigned in the inbox.',
    add: 'Add your first agent',
    no_user: 'No CRM user has permission to reply to chats yet. Grant it first.',
  },
  queue: {
    waiting: {
      one: '{count} conversation is waiting in the queue.',
      other: '{count} conversations are waiting in the queue.',
    },
    empty: 'The queue is empty.',
  },
  list: {
    name: 'Name',
    status: 'Status',
    chats: 'Chats',
    departments: 'Departments',
    widgets: 'Widgets',
    uncounted: {
      other: '+ {count} awaiting visitor',
    },
    edit: 'Edit',
    load: '{chats} of {maximum}',
    deleted_widget: 'Deleted widget',
    all_widgets: 'All widgets',
  },
  form: {
    new: 'New agent',
    user: 'CRM user',
    user_hint: 'CRM users who can reply to chats but aren’t agents yet.',
    maximum: 'Maximum concurrent chats',
    maximum_hint: '1–50. Applies to automatic assignment; manual assignments can exceed it.',
    widgets_text: 'Leave all unchecked to serve every widget, including new ones.',
    only_deleted:
      'This agent’s only widget was deleted, so they receive no chats. Save with nothing checked to serve all widgets.',
    no_widgets: 'No widgets yet.',
    departments_text:
      'Department conversations go only to that department’s agents; all others go to everyone.',
    no_departments: 'No departments yet. Add them on the Agents page.',
  },
  departments: {
    lead: 'Groups within your team. A conversation transferred to a department goes to its next available agent.',
    name: 'Name of department {name}',
    rename: 'Rename',
    agents: {
      one: '{count} agent',
      other: '{count} agents',
    },
    remove: 'Remove',
    remove_confirm: 'Remove department',
    remove_consequence: 'Conversations waiting for {name} will go to the general queue.',
    example: 'Sales',
    new_name: 'New department name',
    add: 'Add department',
  },
  removal: {
    title: 'Danger zone',
    open: 'Remove agent',
    consequence:
      '{name} will stop receiving chats. Their CRM account stays and they can still reply.',
    keep: 'Keep their open conversations assigned to them',
    requeue: 'Return their open conversations to the queue',
    confirm: 'Remove',
  },
  counting: {
    title: 'Counting chats',
    label: 'Count conversations awaiting the visitor towards the maximum',
    hint: 'If off, each reply frees capacity for the next chat from the queue. When visitors write back, an agent can temporarily exceed the maximum and receives no new chats until they’re below it again.',
    save: 'Save',
  },
  sight: {
    rule: 'Agents without the “see all chats” permission see only chats from these widgets and departments, plus chats assigned to them. Other agents see every chat, but the queue assigns them only these.',
    all: '{name} can see all chats. Widgets and departments only control which chats the queue assigns to them.',
    some: '{name} sees only chats from these widgets and departments, plus chats assigned to them.',
  },
  status: {
    online: 'Online',
    busy: 'Busy',
    away: 'Away',
    offline: 'Offline',
    idle: 'idle',
    full: 'at capacity',
  },
  flash: {
    added: '{name} will now receive chats when online.',
    removed: '{name} no longer receives chats.',
    department_created: 'Department {name} created.',
    department_renamed: 'Department renamed to {name}.',
    department_removed: 'Department {name} removed.',
  },
} as const
