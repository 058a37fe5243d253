/** Logs a CRM user in as a browser does; answers with the cookies of the session. */
export async function logIn(
  origin: string,
  { email, password }: { email: string; password: string }
) {
  const page = await fetch(`${origin}/login`)
  const token = /name=["']_csrf["'][^>]*value=["']([^"']+)/.exec(await page.text())?.[1] ?? ''
  const answer = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookiesOf(page) },
    body: new URLSearchParams({ email, password, _csrf: token }),
  })
  const leadsTo = answer.headers.get('location') ?? '/login'
  if (leadsTo.endsWith('/login')) throw new Error(`The log-in was refused: ${answer.status}`)
  return cookiesOf(answer)
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
