import type Widget from '#chat/models/widget'

/** How an email looks: as the widget that it is about. */
export const lookOf = ({ primaryColor, textColor, logoUrl, name: site }: Widget) => ({
  primaryColor,
  textColor,
  logoUrl,
  site,
})
