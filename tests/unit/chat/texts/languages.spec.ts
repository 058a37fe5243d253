import { test } from '@japa/runner'
import { gzipSync } from 'node:zlib'
import { catalogueOf, ENGLISH, translated } from '#chat/texts/catalogues'
import { inLanguage } from '#chat/texts/catalogue'
import { AGENT_LANGUAGES, languageOf, LANGUAGES, nameOfLanguage } from '#chat/texts/languages'
import type { Messages } from '#chat/texts/message'
import { text } from '#chat/texts/text'
import { ENGLISH_ONLY, isAmong, VISITOR_TEXTS } from '#chat/texts/visitor_texts'
import { faultsOfTexts, textsOf } from '#tests/helpers/text_faults'

const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en')
const FOR_AGENTS: readonly string[] = AGENT_LANGUAGES

/** The English texts that a language must have: all, or for the languages of visitors only what those read. */
const wantedIn = (language: string) =>
  textsOf(ENGLISH.messages).filter(([key]) =>
    FOR_AGENTS.includes(language) ? !isAmong(ENGLISH_ONLY, key) : isAmong(VISITOR_TEXTS, key)
  )

test.group('The languages of the chat', () => {
  test('{$self}: every text is there, with its values and the plural forms of the language')
    .with(TRANSLATIONS)
    .run(({ assert }, language) => {
      const found = textsOf(translated(language))
      assert.deepEqual(faultsOfTexts(language, found, wantedIn(language)), [])
    })

  test('{$self}: no text is left in English by mistake')
    .with(TRANSLATIONS)
    .run(({ assert }, language) => {
      const english = new Map(textsOf(ENGLISH.messages))
      const same = textsOf(translated(language)).filter(
        ([key, message]) =>
          typeof message === 'string' &&
          message.split(' ').length > 3 &&
          message === english.get(key)
      )
      assert.deepEqual(
        same.map(([key]) => key).filter((key) => key !== 'widget.branding'),
        []
      )
    })

  test('{$self}: the texts of the widget take at most 2 KB')
    .with([...LANGUAGES])
    .run(({ assert }, language) => {
      const { widget } = catalogueOf(language).messages as { widget: Messages }
      assert.isAtMost(gzipSync(JSON.stringify(Object.values(widget))).length, 2048)
    })

  test('a text that a language lacks is English', ({ assert }) => {
    assert.equal(
      inLanguage('ja', () => text('api_input.body')),
      'The body'
    )
  })

  test('are known by whatever a page or browser calls them')
    .with([
      ['de', 'de'],
      ['de-AT', 'de'],
      ['DE_at.UTF-8', 'de'],
      ['zh-Hans-CN', 'zh'],
      [' pt-BR ', 'pt'],
      ['sv', null],
      ['', null],
      ['deutsch', null],
      ['"><script>', null],
      ['constructor', null],
      [undefined, null],
      [5, null],
      [['de'], null],
    ] as [unknown, string | null][])
    .run(({ assert }, [tag, language]) => assert.equal(languageOf(tag), language))

  test('are called by their own names', ({ assert }) => {
    assert.deepEqual((['de', 'pl', 'tr', 'ja'] as const).map(nameOfLanguage), [
      'Deutsch',
      'Polski',
      'Türkçe',
      '日本語',
    ])
  })
})
