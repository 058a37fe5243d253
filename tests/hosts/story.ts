import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright'
import { launchChromium } from '../helpers/chromium.js'
import { startPlainWebsite } from '../helpers/plain_website.js'
import { VisitorPage } from '../helpers/visitor_page.js'

import { playBadge } from './badge.js'
import { checkEjectedView } from './lifecycle.js'
import { playTokens } from './tokens.js'

const ACCOUNT = { fullName: 'Ada Host', email: 'ada@example.com', password: 'correct horse' }

/** From the first account of a host to the first answered chat, with a website on another origin. */
export async function chatStory(url: string, plays: string[]) {
  const browser = await launchChromium()
  try {
    const agent = await signUp(browser, url)
    const key = await makeWidget(agent)
    const website = await startPlainWebsite(`<script src="${url}/p/chat/${key}.js" async></script>`)
    try {
      await allowWebsite(agent, website.url)
      await checkPublicRoutes(url, key)
      await chat(browser, agent, url, website.url)
      if (plays.includes('lifecycle')) await checkEjectedView(agent)
      if (plays.includes('badge')) await playBadge(browser, agent, url, website.url)
      if (plays.includes('tokens')) await playTokens(agent, url, ACCOUNT)
    } finally {
      website.close()
    }
  } finally {
    await browser.close()
  }
}

async function signUp(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/signup`)
  await page.getByLabel('Full name').fill(ACCOUNT.fullName)
  await page.getByLabel('Email').fill(ACCOUNT.email)
  await page.getByLabel('Password', { exact: true }).fill(ACCOUNT.password)
  await page.getByLabel('Confirm password').fill(ACCOUNT.password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByText('It works').waitFor()
  await page.goto(`${url}/chat`)
  await page.getByRole('navigation', { name: 'Live Chat' }).waitFor()
  return page
}

async function makeWidget(page: Page): Promise<string> {
  await page.goto(new URL('/settings/chat-widgets/setup', page.url()).href)
  await page.getByRole('button', { name: 'Create widget' }).click()
  const line = await page.locator('.chat-code code').innerText()
  const [, key] = /\/p\/chat\/([\w-]+)\.js/.exec(line) ?? []
  assert.ok(key, `no key in ${line}`)
  return key
}

async function allowWebsite(page: Page, website: string) {
  await page.getByRole('textbox', { name: /website|address/i }).fill(website)
  await page.getByRole('button', { name: 'Allow this website' }).first().click()
  await page.locator('.chat-setup__websites', { hasText: new URL(website).host }).waitFor()
}

/** The host's session, CSRF protection and log-in are no part of the visitors' routes. */
async function checkPublicRoutes(url: string, key: string) {
  const cookie = 'adonis-session=stolen'
  for (const path of [`/p/chat/${key}.js`, `/p/chat/${key}`, `/api/widget/${key}/config`]) {
    const { status, headers } = await fetch(url + path, { headers: { cookie } })
    assert.equal(status, 200, path)
    assert.equal(headers.get('set-cookie'), null, path)
    assert.equal(headers.get('x-frame-options'), null, path)
  }
  const headers = { 'content-type': 'application/json', 'origin': 'https://elsewhere.example' }
  const refused = await fetch(`${url}/api/widget/${key}/session`, {
    method: 'POST',
    headers,
    body: '{}',
  })
  assert.equal(refused.status, 403)
  const begun = await fetch(`${url}/api/widget/${key}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  assert.equal(begun.status, 201)
  assert.equal(begun.headers.get('set-cookie'), null)
}

async function chat(browser: Browser, agent: Page, url: string, website: string) {
  await agent.goto(`${url}/chat`)
  const context = await browser.newContext()
  const visitor = await VisitorPage.visit(context, website)
  await visitor.openChat()
  await visitor.write('Do you deliver on Saturdays?')
  await visitor.frame.getByLabel('Name').fill('Vera Visitor')
  await visitor.frame.getByLabel('Email').fill('vera@example.com')
  await visitor.frame.getByRole('button', { name: 'Continue' }).click()
  await visitor.state('Sent')

  await agent.locator('[data-region="rows"] .chat-row', { hasText: 'Vera Visitor' }).click()
  await agent.getByRole('log').getByText('Do you deliver on Saturdays?').waitFor()
  await visitor.state('Seen')
  const reply = agent.getByRole('textbox', { name: 'Message', exact: true })
  await reply.fill('We do, until noon.')
  await reply.press('Enter')
  await visitor.shows(['Do you deliver on Saturdays?', 'We do, until noon.'])
  if (process.env.KEEP_HOSTS)
    await agent.screenshot({ path: `${process.env.KEEP_HOSTS}/inbox.png` })
}
