import { test } from '@japa/runner'
import { renderWebWidget } from '../../../../resources/js/chat/web/index.js'
import { scriptAddress } from '../../../../resources/js/chat/web/options.js'

const OPTIONS = { apiUrl: 'https://crm.example.com/', token: 'abc-123' }

test.group('The package for websites', () => {
  test('loads on a server and does nothing there', async ({ assert }) => {
    await import('../../../../resources/js/chat/web/element.js')
    const handle = renderWebWidget(OPTIONS)
    handle.open()
    handle.on('ready', () => assert.fail('There is no chat on a server'))()
    handle.remove()
    handle.destroy()
    assert.throws(() => renderWebWidget({ ...OPTIONS, token: '' }), /"token" has to be/)
  })

  test('makes the address of the script from its options', ({ assert }) => {
    assert.equal(scriptAddress(OPTIONS), 'https://crm.example.com/p/chat/abc-123.js')
    assert.equal(
      scriptAddress({ ...OPTIONS, publicBase: '/p/support' }),
      'https://crm.example.com/p/support/abc-123.js'
    )
    assert.equal(
      scriptAddress({
        ...OPTIONS,
        apiUrl: 'https://example.com/crm',
        primaryColor: '#3B82F6',
        companyName: 'Größe & Söhne',
        position: 'top-left',
        tenantId: 'any',
      }),
      'https://example.com/crm/p/chat/abc-123.js?primary_color=%233B82F6&company_name=Gr%C3%B6%C3%9Fe+%26+S%C3%B6hne&position=top-left'
    )
  })

  test('says which option is missing, unknown or wrong: {$self}')
    .with(['apiUrl', 'token', 'publicBase', 'primaryColor', 'position', 'colour'])
    .run(({ assert }, name) => {
      const wrong = { ...OPTIONS, [name]: 'not / this' }
      assert.throws(() => scriptAddress(wrong), new RegExp(`"${name}"`))
    })
})
