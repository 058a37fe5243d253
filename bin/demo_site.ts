import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface DemoSiteOptions {
  port: number
  host?: string
  /** Address of the CRM as browsers reach it. */
  crmUrl: string
  /** Public key of the widget that the website embeds. */
  widgetKey: string
  /** Where the CRM has the widget's loader. */
  publicBase?: string
}

export interface DemoSite {
  url: string
  close(): Promise<void>
}

const PAGES: Record<string, string> = {
  '/': 'home.html',
  '/repairs': 'repairs.html',
  // Reached by history.pushState from the home page, and by a reload there
  '/bikes/city': 'home.html',
  '/bikes/gravel': 'home.html',
}

const ASSETS: Record<string, string> = {
  '/site.css': 'text/css; charset=utf-8',
  '/site.js': 'text/javascript; charset=utf-8',
}

/**
 * A small customer's website on an origin of its own, with the snippet on it and the strict
 * Content-Security-Policy that careful customers have: what works here works for them.
 */
export async function startDemoSite(options: DemoSiteOptions): Promise<DemoSite> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response, options).catch(() => {
      response.writeHead(500).end('Something went wrong')
    })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(url: string, response: ServerResponse, options: DemoSiteOptions) {
  const { pathname } = new URL(url, 'http://localhost')

  if (pathname === '/crm-chat-push.js') {
    response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' })
    response.end(`importScripts('${pushWorker(options)}')`)
  } else if (pathname in ASSETS) {
    response.writeHead(200, { 'Content-Type': ASSETS[pathname] })
    response.end(await read(pathname.slice(1)))
  } else if (pathname in PAGES) {
    const nonce = randomBytes(16).toString('base64')
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy(nonce, new URL(options.crmUrl).origin),
    })
    response.end(await page(PAGES[pathname], nonce, options))
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
  }
}

/** What the worker that shows pushes to visitors imports. */
const pushWorker = ({ crmUrl, widgetKey }: DemoSiteOptions) =>
  `${crmUrl}/api/widget/${encodeURIComponent(widgetKey)}/push_worker.js`

function policy(nonce: string, crm: string) {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `connect-src ${crm}`,
    `frame-src ${crm}`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ')
}

async function page(file: string, nonce: string, options: DemoSiteOptions) {
  const { crmUrl, widgetKey, publicBase = '/p/chat' } = options
  const values: Record<string, string> = {
    nonce,
    loader: `${crmUrl}${publicBase}/${encodeURIComponent(widgetKey)}.js`,
  }
  const html = await read(file)
  return html.replace(/\{\{ (\w+) \}\}/g, (_, name: string) => values[name] ?? '')
}

function read(file: string) {
  return readFile(new URL(`../resources/demo_site/${file}`, import.meta.url), 'utf8')
}
