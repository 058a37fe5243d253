import assert from 'node:assert/strict'
import type { Page } from 'playwright'

interface Account {
  email: string
  password: string
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** A host with tokens and CSRF protection: a program writes with its token alone, a session needs the CSRF token. */
export async function playTokens(agent: Page, url: string, account: Account) {
  const loggedIn = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(account),
  })
  const { data } = (await loggedIn.json()) as { data: { token: string } }
  const label = (headers: Record<string, string>, name: string) =>
    fetch(`${url}/api/v1/live-chat/labels`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify({ name, color: '#336699' }),
    })
  const made = await label({ authorization: `Bearer ${data.token}` }, 'By a program')
  assert.equal(made.status, 201, await made.text())

  const cookies = await agent.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const headers of [{ cookie }, { cookie, authorization: 'Bearer oat_none' }]) {
    const refused = await label(headers as Record<string, string>, 'Forged')
    // The shield sends forms back to where they came from
    assert.ok([302, 401, 403].includes(refused.status), `${refused.status}`)
  }
}
