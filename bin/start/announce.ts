/** Says where everything is, once it is there. */
export function announce(crmUrl: string, demoSiteUrl: string | null) {
  const lines = [`CRM            ${crmUrl}`]
  if (demoSiteUrl) {
    lines.push(
      `Demo website   ${demoSiteUrl}   (a customer's site with the chat on it)`,
      '',
      'Demo log-ins, password "password":',
      '  admin@example.com    everything, with Settings > Chat widgets',
      '  agent@example.com    answers chats',
      '  agent2@example.com   answers chats'
    )
  }
  console.log(['', ...lines, '', 'Press Ctrl+C to stop.', ''].map((line) => `  ${line}`).join('\n'))
}
