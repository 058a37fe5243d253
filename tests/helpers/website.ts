import { startDemoSite } from '../../bin/demo_site.js'
import { ownServer } from '#tests/helpers/widget_client'

/**
 * A customer's website on another site than the CRM (another host, not only another port), so that
 * the browser forbids the frame what it forbids third parties.
 */
export async function startWebsite(
  widgetKey: string,
  host = '127.0.0.1',
  crmUrl = ownServer(),
  publicBase?: string
) {
  const site = await startDemoSite({ port: 0, crmUrl, widgetKey, publicBase })
  return { url: site.url.replace('localhost', host), close: site.close }
}
