import Widget from '#chat/models/widget'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'
import type { WidgetCatalog } from '#chat/services/widgets/widget_catalog'
import type { Addresses } from '#chat/support/widget_address'
import { isDuplicate } from '#chat/support/row_lock'
import { houseText } from '#chat/texts/text'

/** The widget of the support chat, one per tenant; admins shape it and switch it off like any other. */
export class SupportWidgets {
  constructor(
    protected widgets: WidgetCatalog,
    protected addresses: Addresses
  ) {}

  /** The tenant's support widget; the first call creates it. */
  async of(tenantId: string): Promise<Widget> {
    const known = await this.#find(tenantId)
    if (known) return known
    try {
      return await this.#create(tenantId)
    } catch (error) {
      // Another request came first
      const created = isDuplicate(error) && (await this.#find(tenantId))
      if (!created) throw error
      return created
    }
  }

  #find(tenantId: string): Promise<Widget | null> {
    return Widget.query().where('support_key', tenantId).first()
  }

  /** The host knows who its users are, so nothing is asked; other websites have no use for it. */
  #create(tenantId: string): Promise<Widget> {
    const attributes = {
      ...widgetDefaults(),
      name: houseText('support_chat.widget_name'),
      collectName: false,
      collectEmail: false,
      contactRequired: false,
      allowedOrigins: [new URL(this.addresses.publicUrl).origin],
    }
    return this.widgets.create(tenantId, attributes, null, tenantId)
  }
}
