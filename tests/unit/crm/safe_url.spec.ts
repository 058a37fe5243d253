import { test } from '@japa/runner'
import { safeUrl } from '#crm/support/safe_url'

test.group('Safe URL', () => {
  test('lets addresses through that a browser may be led to: {$self}')
    .with(['https://x.example/a', 'http://x.example', 'mailto:a@x.example', 'tel:+1', '/chat/1'])
    .run(({ assert }, url) => assert.equal(safeUrl(url), url))

  test('lets nothing through that runs or hides: {$self}')
    .with(['javascript:alert(1)', 'JaVa\nScript:alert(1)', ' javascript:x', 'data:text/html,x', ''])
    .run(({ assert }, url) => assert.isNull(safeUrl(url)))
})
