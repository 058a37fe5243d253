import { test } from '@japa/runner'
import { agentFace } from '#chat/presenters/names'

test.group('What stands for an agent', () => {
  test('differs in colour or in letters between people with the same initials', ({ assert }) => {
    const names = ['Anna Agent', 'Alex Admin', 'Anna Agent', 'Åsa Ål', 'Abe', 'Abe']
    for (const name of names) {
      const faces = Array.from({ length: 24 }, (_, id) => {
        const { initials, hue } = agentFace(id + 1, name)
        return `${initials} ${hue}`
      })
      assert.lengthOf(new Set(faces), 24, name)
    }
    const pairs = Array.from({ length: 16 }, (_, id) => [
      agentFace(id, 'Anna Agent'),
      agentFace(id + 8, 'Alex Admin'),
    ])
    for (const [anna, alex] of pairs) assert.notDeepEqual(anna, alex)
  })

  test('is two letters of the name', ({ assert }) => {
    assert.deepEqual(
      [1, 8, 16].map((id) => agentFace(id, 'Anna Maria Berg').initials),
      ['AB', 'An', 'Be']
    )
    assert.deepEqual(
      [1, 8, 16].map((id) => agentFace(id, 'Bob').initials),
      ['B', 'Bo', 'Bb']
    )
    assert.equal(agentFace(null, '').initials, '?')
    assert.equal(agentFace(8, '山').initials, '山')
  })
})
