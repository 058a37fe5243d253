interface Announced {
  demoSiteUrl?: string
  /** Where the first account is made; empty once there is one. */
  firstLink: string | null
}

/** Says where everything is, once it is there. */
export function announce(crmUrl: string, { demoSiteUrl, firstLink }: Announced) {
  const lines = [`CRM            ${crmUrl}`]
  if (demoSiteUrl) {
    lines.push(
      `Demo website   ${demoSiteUrl}   (a customer's site with the chat on it)`,
      '',
      'Demo log-ins, password "password":',
      '  admin@example.com    everything, with Settings > Chat widgets',
      '  agent@example.com    answers chats',
      '  agent2@example.com   answers chats',
      '  customer@example.com has the chat in the customer portal'
    )
  }
  if (firstLink) {
    lines.push(
      '',
      'There is no account yet. Open this link to create yours; it works once, for two hours:',
      `  ${firstLink}`
    )
  }
  console.log(['', ...lines, '', 'Press Ctrl+C to stop.', ''].map((line) => `  ${line}`).join('\n'))
}
