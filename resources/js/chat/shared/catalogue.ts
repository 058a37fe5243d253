import type { Catalogue } from '../../../../app/chat/texts/catalogue.js'

declare global {
  /** What the files of texts that stand before a page's scripts have brought along. */
  var chatTexts: Catalogue
}

/** The texts of this page. */
export const catalogue = () => chatTexts
