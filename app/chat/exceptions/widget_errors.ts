import { chatError } from '#chat/exceptions/chat_error'

/** The module is off, or no active widget has this key: one answer for all, so nothing can be probed. */
export const WidgetNotFound = chatError('errors.widget_not_found', 'E_CHAT_WIDGET_NOT_FOUND', 404)

/** The request comes from a website that is not among the widget's allowed origins. */
export const OriginNotAllowed = chatError(
  'errors.origin_not_allowed',
  'E_CHAT_ORIGIN_NOT_ALLOWED',
  403
)

/** The request carries no valid visitor token. */
export const VisitorUnknown = chatError('errors.visitor_unknown', 'E_CHAT_VISITOR_UNKNOWN', 401)

/** The visitor has not agreed to what the widget asks for (W16). */
export const ConsentRequired = chatError(
  'errors.consent_required',
  'E_CHAT_CONSENT_REQUIRED',
  428,
  { field: 'consent', rule: 'required' }
)

/** The widget has no such proactive message. */
export const ProactiveRuleNotFound = chatError(
  'errors.proactive_rule_not_found',
  'E_CHAT_PROACTIVE_RULE_NOT_FOUND',
  404
)

/** The widget has as many proactive messages as allowed. */
export const TooManyProactiveRules = chatError(
  'errors.too_many_proactive_rules',
  'E_CHAT_TOO_MANY_PROACTIVE_RULES',
  422
)

/** The installation sends no emails. */
export const MailsOff = chatError('errors.mails_off', 'E_CHAT_MAILS_OFF', 409)

/** The visitor has given no address. */
export const NoMailAddress = chatError('errors.no_mail_address', 'E_CHAT_NO_MAIL_ADDRESS', 409)

/** The address has unsubscribed, or its server refused an email. */
export const MailStopped = chatError('errors.mail_stopped', 'E_CHAT_MAIL_STOPPED', 409)

/** No email of this name is kept, or emails are sent instead of kept. */
export const MailsNotKept = chatError('errors.mails_not_kept', 'E_CHAT_MAILS_NOT_KEPT', 404)

/** A link to a conversation is unknown, or older than it may be. */
export const LinkExpired = chatError('errors.link_expired', 'E_CHAT_LINK_EXPIRED', 410)

/** One address has as many conversations under way as it may: its next visitor has to wait. */
export const TooManyFromAddress = chatError(
  'errors.too_many_from_address',
  'E_CHAT_TOO_MANY_FROM_ADDRESS',
  429
)

/** The tenant has no such visitor, or the agent may not see them. */
export const VisitorNotFound = chatError(
  'errors.visitor_not_found',
  'E_CHAT_VISITOR_NOT_FOUND',
  404
)

/** For requests of the CRM's users; a visitor gets `WidgetNotFound`, which gives no reason. */
export const NoSuchWidget = chatError('errors.no_such_widget', 'E_CHAT_NO_SUCH_WIDGET', 404)

/** The support chat's widget can be switched off, but not deleted: the host's pages would make another. */
export const SupportWidgetStays = chatError(
  'errors.support_widget_stays',
  'E_CHAT_SUPPORT_WIDGET_STAYS',
  409
)

/** The chat is over for this visitor, or for now at this address (V8); the widget says so without a reason. */
export const ChatClosed = chatError('errors.chat_closed', 'E_CHAT_CLOSED', 403)
