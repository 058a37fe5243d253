import type { module as english } from '../en/module.js'
import type { Translation } from '../translation.js'

export const module: Translation<typeof english> = {
  name: 'Live-Chat',
  category: 'Kanäle',
  description:
    'Ein Chat-Widget für Ihre Websites und ein gemeinsamer Posteingang für Ihr Team. Aus Besuchern werden Personen, aus Unterhaltungen Leads.',
  chat: 'Chat',
  anonymous: 'Besucher {id}',
  disabling: {
    conversations: {
      one: '{count} offene Unterhaltung wird angehalten. Beide Seiten können nicht mehr schreiben.',
      other:
        '{count} offene Unterhaltungen werden angehalten. Beide Seiten können nicht mehr schreiben.',
    },
    widgets: {
      one: '{count} Widget verschwindet von seiner Website.',
      other: '{count} Widgets verschwinden von ihren Websites.',
    },
    agents: 'Agenten werden vom Posteingang getrennt.',
  },
  record: {
    title: 'Unterhaltungen',
    team: 'Team:',
    more: 'Ältere Unterhaltungen finden Sie im Posteingang.',
  },
  back: 'Zurück zum Posteingang',
}
