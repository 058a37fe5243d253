import type { RuleJson } from '../../../../app/chat/transformers/json/rules_json.js'
import { isLanguage, pageLanguage } from './language.js'
import { matchesPage } from './pattern.js'
import type { Signals } from './signals.js'

/** Whether all conditions of a rule hold now. */
export function holds(rule: RuleJson, signals: Signals, visits: number): boolean {
  return (
    atLeast(rule.seconds, signals.secondsOnPage) &&
    atLeast(rule.scroll, signals.scrollPercent) &&
    atLeast(rule.idle, signals.idleSeconds) &&
    atLeast(rule.visits, visits) &&
    (!rule.exit || signals.hasLeft) &&
    (!rule.trigger || signals.triggers.has(rule.trigger)) &&
    (!rule.lang || isLanguage(rule.lang, pageLanguage())) &&
    (!rule.page || matchesPage(rule.page, location.href))
  )
}

const atLeast = (wanted: number | null, value: number) => wanted === null || value >= wanted
