/** Chat > Inbox: what agents do with the transcript of a conversation. */
export const transcripts = {
  download: 'Download transcript',
  download_text: 'Download transcript as text',
  mail: 'Email transcript to visitor',
  mailed: 'We’ll email the transcript to {email}.',
} as const
