import type ProactiveRule from '#chat/models/proactive_rule'
import type { ProactiveFigures } from '#chat/services/proactive/proactive_counts'
import { numberInWords } from '#chat/texts/formats'
import { listInWords } from '#chat/texts/lists'
import { text } from '#chat/texts/text'

/** A widget's rules for their list: conditions in words, and what became of their messages. */
export function presentRules(rules: ProactiveRule[], sums: Map<number, ProactiveFigures>) {
  return rules.map((rule) => {
    const { shown, dismissed, answered } = sums.get(rule.id)!
    return {
      rule,
      when: conditionsOf(rule),
      shown: numberInWords(shown),
      dismissed: numberInWords(dismissed),
      answered: numberInWords(answered),
    }
  })
}

/** The conditions in words. */
function conditionsOf(rule: ProactiveRule): string {
  const conditions = [
    rule.pagePattern && text('proactive.when.page', { pattern: rule.pagePattern }),
    rule.secondsOnPage && text('proactive.when.seconds', { count: rule.secondsOnPage }),
    rule.scrollPercent && text('proactive.when.scrolled', { percent: rule.scrollPercent }),
    rule.idleSeconds && text('proactive.when.idle', { count: rule.idleSeconds }),
    rule.exitIntent && text('proactive.when.exit'),
    rule.minVisits && text('proactive.when.visits', { count: rule.minVisits }),
    rule.triggerName && text('proactive.when.trigger', { name: rule.triggerName }),
    rule.language && text('proactive.when.language', { language: rule.language }),
  ].filter((condition): condition is string => Boolean(condition))
  return conditions.length ? listInWords(conditions) : text('proactive.when.always')
}
