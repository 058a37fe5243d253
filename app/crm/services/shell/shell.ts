import type User from '#crm/models/user'
import { registeredModules } from '#crm/services/modules/module_registry'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { navigationOf } from '#crm/services/shell/navigation'
import { settingsOf } from '#crm/services/settings'

/** The modules that are on for the user's tenant. */
async function enabledModules(tenantId: string) {
  const modules = registeredModules()
  const states = await Promise.all(
    modules.map(({ definition }) => moduleSwitch.isEnabled(definition.id, tenantId))
  )
  return modules.filter((_, index) => states[index])
}

/** What surrounds every page of a logged-in user: navigation, company and the modules' assets. */
export async function shellFor(user: User, path: string, viewerZone: string | null) {
  const company = await settingsOf(user.tenantId)
  const modules = await enabledModules(user.tenantId)
  const visible = modules
    .map(({ definition }) => definition)
    .filter(({ permissions }) => permissions.some((permission) => user.can(permission)))
  const assets = visible.flatMap((definition) => definition.scripts())

  return {
    user,
    company,
    timeZone: viewerZone ?? company.timeZone,
    ...navigationOf(user, visible, path),
    scripts: assets.filter((url) => !isStylesheet(url)),
    stylesheets: assets.filter(isStylesheet),
  }
}

/** The panels of the modules for one person, lead or ticket, for a user who may see them. */
export async function panelsFor(
  user: User,
  record: { personId?: string; leadId?: string; ticketId?: string }
) {
  if (!user.can('view chat')) return []

  const modules = await enabledModules(user.tenantId)
  const panels = await Promise.all(
    modules.map(async ({ panel }) => ({
      view: panel.view,
      state: await panel.state({ tenantId: user.tenantId, viewerId: String(user.id), ...record }),
    }))
  )
  return panels.filter((panel) => panel.state !== null)
}

function isStylesheet(url: string) {
  return /\.css(?:$|[?#])/.test(url)
}
