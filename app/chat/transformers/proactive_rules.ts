import type ProactiveRule from '#chat/models/proactive_rule'
import type Widget from '#chat/models/widget'
import { visitorApi } from '#chat/support/widget_address'
import { text } from '#chat/texts/text'
import type { RuleJson, RulesJson } from '#chat/transformers/json/rules_json'

/** What the loader's second stage decides by: texts and conditions, nothing of what became of them. */
export function rulesConfig(widget: Widget, rules: ProactiveRule[], base: string): RulesJson {
  return {
    key: widget.publicKey,
    origin: new URL(base).origin,
    counts: `${base}${visitorApi(widget.publicKey)}/rules/`,
    dismiss: text('widget.dismiss'),
    consent: widget.consentText === null ? null : widget.consentVersion,
    rules: rules.map((rule) => ruleJson(rule, widget)),
  }
}

const ruleJson = (rule: ProactiveRule, { welcomeTitle }: Widget): RuleJson => ({
  id: rule.externalId,
  text: rule.message,
  sender: rule.senderName ?? welcomeTitle,
  lang: rule.language,
  delay: rule.delaySeconds,
  seconds: rule.secondsOnPage,
  scroll: rule.scrollPercent,
  idle: rule.idleSeconds,
  exit: rule.exitIntent,
  page: rule.pagePattern,
  visits: rule.minVisits,
  trigger: rule.triggerName,
})
