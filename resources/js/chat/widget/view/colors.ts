// The server decides by the same rule which colours the launcher gets
export { contrast, readableOn } from '../../../../../app/chat/support/colors.js'
