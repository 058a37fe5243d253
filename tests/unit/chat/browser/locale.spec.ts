import { test } from '@japa/runner'
import { localeOf } from '../../../../app/chat/texts/locale_tag.js'

test.group("A page's locale", () => {
  test('is the language of its texts, as the reader has it: {page}, {reader} → {locale}')
    .with([
      { page: 'en', reader: [], locale: 'en' },
      { page: 'en', reader: ['en-GB', 'en'], locale: 'en-GB' },
      { page: 'en', reader: ['de-AT', 'en-IE'], locale: 'en-IE' },
      { page: 'de', reader: ['en-US'], locale: 'de' },
      { page: 'ar-EG', reader: ['ar'], locale: 'ar' },
    ])
    .run(({ assert }, { page, reader, locale }) => assert.equal(localeOf(page, reader), locale))

  test('is one that formats take, whatever is said: {page}, {reader} → {locale}')
    .with([
      { page: 'en', reader: ['en-US@posix'], locale: 'en-US' },
      { page: 'de_AT.UTF-8', reader: ['C'], locale: 'de-AT' },
      { page: '', reader: ['POSIX', ''], locale: 'en' },
      { page: undefined, reader: undefined, locale: 'en' },
      { page: '"><b>', reader: ['en_GB.UTF-8@euro'], locale: 'en-GB' },
    ])
    .run(({ assert }, { page, reader, locale }) => {
      assert.equal(localeOf(page, reader), locale)
      assert.doesNotThrow(() => new Intl.DateTimeFormat(locale))
    })
})
