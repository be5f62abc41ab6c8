import { describe, expect, test } from 'vitest'
import { alertsFor, personOfRound, timesToTake } from '../../rules/alerts.ts'
import { lanes } from '../../rules/lane.ts'

describe('what a contact calls a person for', () => {
  test('danger to life, and no other lane', () => {
    const calling = lanes.filter((lane) => alertsFor({ lane, isThreat: false }).length > 0)
    expect(calling).toEqual(['life-safety'])
    expect(alertsFor({ lane: 'life-safety', isThreat: false })).toEqual(['life-safety'])
  })

  test.each(lanes)('a threat in the lane %s calls for staff too, and takes nothing from the lane', (lane) => {
    expect(alertsFor({ lane, isThreat: true })).toEqual([
      ...alertsFor({ lane, isThreat: false }),
      'staff-safety',
    ])
  })
})

describe('who is called', () => {
  const [first, second, third] = ['first', 'second', 'third'].map((name) => ({
    name,
    mail: `${name}@x.example`,
  }))
  const chain = [first, second, third].flatMap((each) => each ?? [])

  test.each([
    [0, 'first'],
    [1, 'second'],
    [2, 'third'],
    [3, 'first'],
    [302, 'third'],
  ])('in round %i: %s, and after the last the first again', (round, name) => {
    expect(personOfRound(chain, round).name).toBe(name)
  })

  test('with nobody named it is a fault and not silence', () => {
    expect(() => personOfRound([], 0)).toThrow('nobody is named')
  })
})

describe('how long it takes until a person takes an alert', () => {
  const after = (...ms: number[]) =>
    ms.map((each) => ({ raisedAt: new Date(1_000_000), takenAt: new Date(1_000_000 + each) }))

  test('nothing taken has no figure', () => {
    expect(timesToTake([], 5)).toEqual({ taken: 0, inTime: 0, middleMs: null })
  })

  test.each([
    [299_999, 1],
    [300_000, 1],
    [300_001, 0],
  ])('%i ms of five minutes: %i in time', (ms, inTime) => {
    expect(timesToTake(after(ms), 5)).toEqual({ taken: 1, inTime, middleMs: ms })
  })

  test('the middle one, in whatever order, and of an even number the slower', () => {
    expect(timesToTake(after(90_000, 10_000, 20_000), 1).middleMs).toBe(20_000)
    expect(timesToTake(after(90_000, 10_000, 20_000, 30_000), 1)).toEqual({
      taken: 4,
      inTime: 3,
      middleMs: 30_000,
    })
  })
})
