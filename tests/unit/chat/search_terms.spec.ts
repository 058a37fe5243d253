import { test } from '@japa/runner'
import { markedText } from '#chat/presenters/marked_text'
import { richText } from '#chat/presenters/rich_text'
import { fold, foldWithOffsets } from '#chat/services/inbox/search/folding'
import { MAX_QUERY, SearchTerms, toQuery } from '#chat/services/inbox/search/search_terms'
import { snippetOf } from '#chat/services/inbox/search/snippet'
import { processorTime } from '#tests/helpers/processor_time'

const says = (query: string, text: string) => new SearchTerms(query).inMessage(text)

const marked = (query: string, text: string) =>
  markedText(text, new SearchTerms(query).rangesIn(text))

test.group('What is searched for', () => {
  test('is one line of text, and nothing else', ({ assert }) => {
    assert.equal(toQuery('  a \n\t b\0 '), 'a b')
    assert.equal(toQuery('\ud800x'), '�x')
    assert.equal([...toQuery('😀'.repeat(500))!].length, MAX_QUERY)
    for (const value of [undefined, null, 7, ['a'], { a: 1 }, '', ' \n ', '\u0301']) {
      assert.isUndefined(toQuery(value))
    }
  })

  test('a number is one however people say it', ({ assert }) => {
    for (const query of ['1042', 'C1042', 'c1042', '#1042', '#C1042']) {
      assert.equal(new SearchTerms(query).number, 1042, query)
    }
    for (const query of ['C', 'C10 42', '10.5', 'X1042', '99999999999']) {
      assert.isNull(new SearchTerms(query).number, query)
    }
  })

  test('each word begins a word of the message, in any order and case', ({ assert }) => {
    assert.isTrue(says('order REF', 'Refund of my Orders, please'))
    assert.isFalse(says('order refund', 'My order is late'))
    assert.isFalse(says('fund', 'A refund'))
    assert.isTrue(says('fund', 'The re-fund'))
  })

  test('every other character means itself', ({ assert }) => {
    assert.isTrue(says('100%', 'At 100% now'))
    assert.isFalse(says('100%', 'It took 1000 days'))
    assert.isFalse(says('a_b', 'axb'))
    assert.isTrue(says('C++', 'We write C++ here'))
    assert.isFalse(says('C++', 'We write C here'))
    assert.isTrue(says('jane@a.example', 'write to <jane@a.example>'))
  })

  test('quotes keep words together', ({ assert }) => {
    assert.isTrue(says('"blue shoes"', 'My blue shoes came'))
    assert.isFalse(says('"blue shoes"', 'My shoes are blue'))
    assert.isTrue(says('""', 'He said "" and left'))
  })

  test('neither accents nor the case of any script matter', ({ assert }) => {
    assert.isTrue(says('zurich', 'Nach Zürich'))
    assert.isTrue(says('ZÜRICH', 'nach zürich'))
    assert.isTrue(says('strasse', 'In der STRAßE'))
    assert.isTrue(says('привет', 'Привет!'))
    assert.isTrue(says('όσος', 'ΌΣΟΣ'))
  })

  test('scripts without spaces are found anywhere', ({ assert }) => {
    assert.isTrue(says('返品', '商品を返品したい'))
    assert.isTrue(says('😀', 'Thanks😀'))
    assert.isFalse(says('返金', '商品を返品したい'))
  })

  test('folded text knows where it came from', ({ assert }) => {
    const text = 'Ünï ß 😀 İx'
    const { folded, offsets } = foldWithOffsets(text)
    assert.equal(folded, fold(text))
    assert.lengthOf(offsets, folded.length + 1)
    assert.equal(offsets.at(-1), text.length)
  })
})

test.group('What was found', () => {
  test('is marked in the words as they were written', ({ assert }) => {
    assert.equal(marked('zurich', 'Nach Zürich!'), 'Nach <mark>Zurich</mark>!'.replace('Zu', 'Zü'))
    assert.equal(marked('strasse', 'Die Straße.'), 'Die <mark>Straße</mark>.')
    assert.equal(marked('re refund', 'Refund'), '<mark>Refund</mark>')
    assert.equal(marked('zurich', 'Zu\u0308rich x'), '<mark>Zu\u0308rich</mark> x')
  })

  test('is never markup', ({ assert }) => {
    assert.equal(
      marked('<img', '<img src=x onerror=alert(1)>'),
      '<mark>&lt;img</mark> src=x onerror=alert(1)&gt;'
    )
    assert.equal(marked('amp', '&amp;'), '&amp;<mark>amp</mark>;')
  })

  test('is marked within addresses without changing where they lead', ({ assert }) => {
    const text = 'See https://a.example/x?y=1 now'
    assert.equal(
      richText(text, new SearchTerms('example see').rangesIn(text)),
      '<mark>See</mark> <a href="https://a.example/x?y=1" target="_blank" rel="noopener noreferrer nofollow">' +
        'https://a.<mark>example</mark>/x?y=1</a> now'
    )
  })

  test('is shown with what stands around it, on one line', ({ assert }) => {
    const text = `${'before '.repeat(50)}\n\nneedle\n${'after '.repeat(50)}`
    const snippet = snippetOf(text, new SearchTerms('needle'))
    assert.match(snippet, /^…(before )+needle (after )+\S*…$/)
    assert.isBelow(snippet.length, 130)
    assert.equal(snippetOf('a needle', new SearchTerms('needle')), 'a needle')
    const halves = snippetOf('😀'.repeat(300), new SearchTerms('😀'))
    assert.isTrue(halves.isWellFormed())
  })

  test('takes time in proportion to the text', ({ assert }) => {
    const took = processorTime(() => {
      const terms = new SearchTerms('aaaa aa a')
      terms.rangesIn('é' + 'a'.repeat(5000))
      snippetOf('x'.repeat(5000), terms)
    })
    assert.isBelow(took, 500)
  })
})
