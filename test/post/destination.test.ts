import { describe, expect, test } from 'vitest'
import { findDestination } from '../../post/destination.ts'
import { aLandlord } from './factories.ts'

describe('where a code leads', () => {
  const landlord = aLandlord([{ fromOn: '2026-11-23', toOn: '2026-11-24' }])

  test('a desk', () => {
    expect(findDestination(landlord, 'urgent', null)).toMatchObject({
      folder: 'urgent',
      address: 'urgent@landlord.example',
    })
  })

  test.each([
    ['2026-11-22', 'sam.reed@landlord.example'],
    ['2026-11-23', 'priya.nair@landlord.example'],
    ['2026-11-24', 'priya.nair@landlord.example'],
    ['2026-11-25', 'sam.reed@landlord.example'],
    [null, 'sam.reed@landlord.example'],
  ])('a named colleague, or their cover while they are away (I2): on %s %s reads', (on, address) => {
    expect(findDestination(landlord, 'sam-reed', on)).toMatchObject({ folder: 'sam-reed', address })
  })

  test.each(['nobody', '', 'constructor', '__proto__', '../../etc', 'URGENT'])(
    '%j, which nobody knows, is the contact desk',
    (code) => {
      expect(findDestination(landlord, code, null)).toMatchObject({
        folder: 'contact',
        address: 'contact@landlord.example',
      })
    },
  )

  test('a desk with an odd code never leads out of its folder', () => {
    const odd = {
      ...landlord,
      desks: { ...landlord.desks, '../up/ł': { name: 'Odd', address: 'odd@landlord.example' } },
    }
    expect(findDestination(odd, '../up/ł', null).folder).toBe('---up--')
  })
})
