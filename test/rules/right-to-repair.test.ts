import { describe, expect, test } from 'vitest'
import { rightToRepairOf } from '../../rules/right-to-repair.ts'

describe('the table of the 1994 Regulations (domain 3.2)', () => {
  test.each<[string, string, number]>([
    ['there is no electricity at all', 'power-lost', 1],
    ['half of the lights do not work', 'power-part', 3],
    ['the socket is loose', 'unsafe-socket', 1],
    ['we have no water', 'water-lost', 1],
    ['low water pressure in the kitchen', 'water-part', 3],
    ['no gas since this morning', 'gas-lost', 1],
    ['the flue is blocked', 'flue-blocked', 1],
    ['sewage is coming up', 'foul-drain', 1],
    ['the only toilet does not flush', 'foul-drain', 1],
    ['the sink is blocked', 'sink-blocked', 3],
    ['a tap that cannot be turned', 'tap-stuck', 3],
    ['the pipe is leaking', 'water-leak', 1],
    ['the roof is leaking', 'roof-leak', 7],
    ['the window does not close', 'not-secure', 1],
    ['the banister is loose', 'banister-loose', 3],
    ['the floor is rotten', 'floor-rotten', 3],
    ['the door entry phone is dead', 'door-entry', 7],
    ['the extractor does not turn', 'extractor-fan', 7],
  ])('%s: %s, %i working days', (words, kind, days) => {
    expect(rightToRepairOf(words, '2026-07-01')).toEqual({ kind, days })
  })

  test.each<[string, number]>([
    ['2026-10-30', 3],
    ['2026-10-31', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 1],
    ['2027-05-01', 1],
    ['2027-05-02', 3],
  ])('no heating on %s: %i', (day, days) => {
    expect(rightToRepairOf('The heating is off', day)).toEqual({ kind: 'heating-lost', days })
  })

  test('of several repairs the one with the fewest days counts', () => {
    expect(rightToRepairOf('the extractor is dead. the pipe is leaking', '2026-07-01')?.kind).toBe(
      'water-leak',
    )
  })

  test('what is in no row of the table is not known', () => {
    expect(rightToRepairOf('the fence panel is down', '2026-07-01')).toBeNull()
    expect(rightToRepairOf('', '2026-07-01')).toBeNull()
  })
})
