/** The fields of a widget's form. */
export const fields = {
  sections: {
    basics: 'Basics',
    appearance: 'Appearance',
    texts: 'Texts',
    translations: 'Texts in other languages',
    contact: 'Before the first message',
    missed: 'Missed chats',
    follow_up: 'Follow-ups',
    consent: 'Consent',
    retention: 'Keep conversations',
    behaviour: 'Behaviour',
    files: 'Files',
    hours: 'Business hours',
    websites: 'Allowed websites',
    install: 'Install',
    removal: 'Danger zone',
  },
  name: {
    label: 'Name',
    hint: 'Internal. Visitors won’t see it.',
  },
  is_active: {
    label: 'Active',
    hint: 'When inactive, the widget is hidden on every website, even where its code is installed.',
  },
  primary_color: 'Primary colour',
  text_color: 'Text colour',
  position: 'Position',
  launcher_icon: 'Button icon',
  launcher_size: 'Button size (40–80 px)',
  border_radius: 'Corner radius (0–32 px)',
  logo_url: {
    label: 'Logo',
    hint: 'URL of a square image (https://). If empty, the first letter of the title is shown.',
  },
  theme: {
    label: 'Theme',
    hint: 'Auto matches the visitor’s device setting.',
  },
  show_branding: {
    label: 'Show “Powered by”',
    hint: 'A small line at the bottom of the chat.',
  },
  welcome_title: 'Title',
  welcome_message: 'Greeting',
  input_placeholder: 'Message field placeholder',
  offline_message: {
    label: 'Offline message',
    hint: 'Visitors can still leave a message.',
  },
  language: {
    label: 'Language',
    hint: 'What your visitors read. Automatic follows the page around the chat, then the visitor’s browser.',
    auto: 'Automatic',
  },
  translations: {
    text: 'What visitors read in each language. An empty field shows the text above; texts that you haven’t changed are translated already.',
  },
  collect_name: {
    label: 'Ask for a name',
    hint: 'Shown to your agents in the inbox.',
  },
  collect_email: {
    label: 'Ask for an email address',
    hint: 'So you can reply after the visitor has left.',
  },
  contact_required: {
    label: 'Require these fields',
    hint: 'If off, visitors can skip them.',
  },
  sound_enabled: {
    label: 'Sound',
    hint: 'Plays a short tone when your team replies. Visitors can mute it.',
  },
  merge_contacts: {
    label: 'Save contact details from messages',
    hint: 'Saves an email address, phone number or name that a visitor writes, if you have none yet. If off, agents are asked first.',
  },
  ask_rating: {
    label: 'Ask for a rating',
    hint: 'Visitors can give one to five stars and a comment once their conversation is resolved or closed.',
  },
  accepts_files: {
    label: 'Let visitors send files',
    hint: 'Your agents can always send files.',
  },
  max_file_megabytes: {
    label: 'Largest file (1–50 MB)',
  },
  file_types: {
    label: 'Types of files',
    hint: 'For visitors and agents. Programs, web pages and SVG pictures are never accepted.',
    pictures: 'Pictures (JPEG, PNG, GIF, WebP)',
    documents: 'Documents (PDF, Office, text)',
    media: 'Audio and video (MP3, MP4, WebM)',
    archives: 'Archives (ZIP, 7Z, GZ)',
  },
  mail_replies: {
    label: 'Email unread replies',
    hint: 'Visitors who left their address get replies that they haven’t read within a few minutes, with a link to the conversation.',
    kept: 'No mail server is set up: read what would have been sent',
    off: 'No mail server is set up yet, so no emails go out. See “Mail” in the operating guide.',
  },
  push_replies: {
    label: 'Push replies to visitors’ browsers',
    hint: 'Visitors who have left your website get a notification when you reply. They’re asked after your first reply. Your website has to host a small file for it: see “Install”.',
    install:
      'Save this line as {file} in the top folder of your website. A Content-Security-Policy needs {directive}.',
  },
  missed: {
    text: 'What happens when no agent answers in time.',
  },
  missed_after_minutes: {
    label: 'Minutes until a chat counts as missed',
    hint: 'During business hours. Visitors then read that it takes longer, and we ask for their email address if we don’t know it. Outside business hours a new chat counts as missed immediately. Leave empty to never count one.',
  },
  team_email: {
    label: 'Team email',
    hint: 'Gets one email per missed chat, with what the visitor wrote and a link to the conversation. Leave empty to send none.',
  },
  follow_up: {
    text: 'What happens when a visitor doesn’t answer your agent.',
  },
  follow_up_after_hours: {
    label: 'Hours until a follow-up',
    hint: 'We send the visitor one follow-up when they haven’t answered for this long. Agents see it in the conversation beforehand and can cancel it. Leave empty to send none.',
  },
  follow_up_text: {
    label: 'Follow-up',
    hint: 'If empty, we use a text of ours in the visitor’s language.',
  },
  resolve_after_hours: {
    label: 'Hours until the chat is resolved',
    hint: 'Counted from the follow-up, or from your last reply if you send none. Leave empty to keep it open.',
  },
  consent: {
    text: 'Ask visitors to agree before the chat stores or sends anything. Until they agree, it makes no request and stores nothing in their browser.',
  },
  retention_days: {
    label: 'Days',
    hint: 'We delete ended conversations this many days after they end, with their visitors if nothing else is left of them. Dashboard figures stay. Leave empty to keep everything.',
    preview: {
      one: 'Deletes {count} conversation with {messages}, starting one hour after you save.',
      other: 'Deletes {count} conversations with {messages}, starting one hour after you save.',
    },
    messages: { one: '{count} message', other: '{count} messages' },
    none: 'No conversation ended that long ago.',
  },
  consent_text: {
    label: 'Consent text',
    hint: 'If empty, the chat opens without asking.',
  },
  consent_link: {
    label: 'Link',
    hint: 'URL of your privacy policy (https://). Shown below the text.',
  },
  consent_version: {
    label: 'Version',
    hint: 'Stored with each conversation. Change it to ask visitors who already agreed again.',
  },
  track_visitors: {
    label: 'Early tracking',
    hint: 'Records each visitor’s page views (URL, title, time), IP address and browser before they use the chat, and stores an identifier in their browser. Mention this in your privacy policy; many countries require consent. If off, nothing is stored until a visitor sends a message.',
  },
  allowed_origins: {
    label: 'One per line',
    hint: 'example.com, https://shop.example.com, or *.example.com for all subdomains. Leave empty to allow any website.',
  },
  defaults: {
    welcome_title: 'Hi there!',
    welcome_message: 'How can we help you today?',
    input_placeholder: 'Type a message…',
    offline_message: 'We’re away right now. Leave a message and we’ll get back to you.',
    follow_up: 'Are you still there? Just write here if you need anything else.',
  },
  contact_text: 'What we ask new visitors before they send a message.',
  hours: {
    text: 'Outside these hours, visitors see when you’ll be back and can leave a message.',
    enabled: 'Use business hours',
    enabled_hint: 'If off, you appear online whenever an agent is online.',
    timezone: 'Time zone',
    midnight:
      'If the end time is earlier than the start, hours run past midnight. Same start and end means all day.',
  },
  install: {
    text: 'Paste this line into every page of your website, just before </body>.',
    code: 'Code for your website',
    policy: 'My website uses a Content Security Policy',
    policy_text: 'Allow this CRM in your Content-Security-Policy:',
    directives: 'Content-Security-Policy directives',
  },
  removal: {
    new_key: 'New key',
    new_key_confirm: 'Create new key',
    new_key_consequence:
      'The current code stops working immediately. The chat stays hidden until you install the new code.',
    delete: 'Delete widget',
    delete_consequence:
      'The chat will be removed from every website permanently. Its conversations stay in the inbox.',
  },
  choices: {
    'bottom-right': 'Bottom right',
    'bottom-left': 'Bottom left',
    'top-right': 'Top right',
    'top-left': 'Top left',
    'chat': 'Chat',
    'message': 'Message',
    'help': 'Help',
    'smile': 'Smile',
    'auto': 'Auto',
    'light': 'Light',
    'dark': 'Dark',
  },
  colour: {
    pick: '{label}: pick a colour',
    format: 'A colour such as #2563eb',
  },
  days: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  day: {
    start: '{day} start',
    end: '{day} end',
    copy_hint: 'Use these hours for every day',
    copy: 'Copy to all',
  },
} as const
