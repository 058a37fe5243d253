/** Settings > Chat widgets > a widget > Proactive messages. */
export const proactive = {
  title: 'Proactive messages',
  lead: 'Start the conversation: a message appears beside the chat button when its conditions are met. Each visitor sees a message once, and nothing is recorded about them until they answer.',
  new: 'New message',
  new_title: 'New proactive message',
  empty: {
    title: 'No proactive messages yet',
    text: 'Offer help where visitors hesitate, e.g. after 30 seconds on your pricing page.',
    add: 'Create your first message',
  },
  list: {
    name: 'Name',
    when: 'Shown when',
    status: 'Status',
    shown: 'Shown',
    dismissed: 'Dismissed',
    answered: 'Answered',
    period:
      'Counts of the last 30 days. Messages are tried from top to bottom; one is shown per page.',
  },
  when: {
    always: 'a page opens',
    page: 'on {pattern}',
    seconds: { one: 'after {count} second', other: 'after {count} seconds' },
    scrolled: 'scrolled {percent}%',
    idle: { one: 'idle for {count} second', other: 'idle for {count} seconds' },
    exit: 'about to leave',
    visits: { one: 'from visit {count}', other: 'from visit {count}' },
    trigger: 'triggered by “{name}”',
    language: 'pages in {language}',
  },
  sections: {
    message: 'Message',
    when: 'Conditions',
    removal: 'Danger zone',
  },
  when_text:
    'All conditions you fill in must be met. Leave a field empty to ignore it. Without conditions, the message appears on every page.',
  name: {
    label: 'Name',
    hint: 'Internal. Visitors won’t see it.',
  },
  is_active: {
    label: 'Active',
    hint: 'When inactive, visitors don’t see this message.',
  },
  message: {
    label: 'Message',
    hint: 'Up to 1,000 characters. The first lines appear beside the chat button.',
  },
  sender_name: {
    label: 'Sender',
    hint: 'The name above the message. If empty, the widget’s title.',
  },
  language: {
    label: 'Language of the page',
    hint: 'A language code such as de or pt-BR. Create one message per language.',
  },
  page_pattern: {
    label: 'Page address',
    hint: 'A path such as /pricing or /shop/*, or a full address. * stands for anything.',
  },
  seconds_on_page: {
    label: 'Seconds on the page',
    hint: 'Time while the page is visible.',
  },
  scroll_percent: {
    label: 'Scrolled (%)',
    hint: 'How far down the page the visitor has scrolled.',
  },
  idle_seconds: {
    label: 'Idle seconds',
    hint: 'Time without pointer, keyboard or scrolling.',
  },
  min_visits: {
    label: 'Number of visits',
    hint: 'From this visit on, e.g. 2 for returning visitors. Keeps a visit counter in the visitor’s browser.',
  },
  trigger_name: {
    label: 'Trigger',
    hint: "A name your website calls: CrmChat('trigger', 'name').",
  },
  exit_intent: {
    label: 'About to leave',
    hint: 'The pointer leaves the page at the top. Doesn’t happen on touch screens.',
  },
  delay_seconds: {
    label: 'Delay (seconds)',
    hint: 'Wait this long after the conditions are met.',
  },
  invalid: {
    language: 'Enter a language code such as de or pt-BR',
    page_pattern: 'Start with /, https:// or *, without spaces. Use * up to 5 times.',
    trigger_name: 'Use letters, digits, dots, dashes and underscores',
  },
  preview: 'Preview',
  create: 'Create message',
  delete: 'Delete message',
  delete_consequence:
    'Visitors won’t see it any more, and its counts are deleted. Conversations stay in the inbox.',
  flash: {
    saved: '{name} saved.',
    deleted: '{name} deleted.',
  },
} as const
