import { describe, expect, test } from 'vitest'
import { calendarOf, type Nation } from '../../rules/bank-holidays.ts'
import { type Clock, type Clocked, clocksOf } from '../../rules/clocks.ts'
import type { Lane } from '../../rules/lane.ts'
import { dayOf, timeOf } from '../../rules/london.ts'

function asked(receivedAt: string, lane: Lane, over: Partial<Clocked> = {}): Clocked {
  return {
    receivedAt: new Date(receivedAt),
    lane,
    desk: 'contact',
    why: [],
    mark: null,
    isRaised: false,
    ...over,
  }
}

function clocks(contact: Clocked, nation: Nation = 'england-and-wales'): Clock[] {
  return clocksOf(contact, nation, calendarOf(nation))
}

function due(contact: Clocked, code: Clock['code'], nation?: Nation): string | undefined {
  return clocks(contact, nation)
    .find((clock) => clock.code === code)
    ?.dueAt?.toISOString()
}

const days = (contact: Clocked, nation?: Nation) =>
  Object.fromEntries(
    clocks(contact, nation).map(({ code, dueAt }) => [code, dueAt && `${dayOf(dueAt)} ${timeOf(dueAt)}`]),
  )

describe('Awaab’s Law, emergency hazard: made safe within 24 hours that pass', () => {
  test.each([
    ['an ordinary day', '2026-11-24T10:00:00Z', '2026-11-25T10:00:00.000Z', '10:00'],
    ['a Friday evening: weekends count', '2026-11-27T20:00:00Z', '2026-11-28T20:00:00.000Z', '20:00'],
    ['Christmas Eve: bank holidays count', '2026-12-24T23:59:00Z', '2026-12-25T23:59:00.000Z', '23:59'],
    ['the day before the clocks go forward', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00.000Z', '13:00'],
    ['the day before the clocks go back', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00.000Z', '12:00'],
  ])('%s', (_, received, until, london) => {
    for (const lane of ['life-safety', 'emergency-repair'] as const) {
      const at = due(asked(received, lane), 'make-safe')
      expect(at).toBe(until)
      expect(timeOf(new Date(at ?? 0))).toBe(london)
    }
  })

  test('other lanes have no such clock, unless a colleague or the customer says that it cannot wait', () => {
    for (const lane of ['repair', 'urgent-need', 'protected', 'ordinary'] as const)
      expect(due(asked('2026-11-24T10:00:00Z', lane), 'make-safe')).toBeUndefined()
    for (const over of [{ mark: 'urgent' as const }, { isRaised: true }])
      expect(due(asked('2026-11-24T10:00:00Z', 'ordinary', over), 'make-safe')).toBe(
        '2026-11-25T10:00:00.000Z',
      )
    expect(clocks(asked('2026-11-24T10:00:00Z', 'ordinary', { mark: 'ordinary' }))).toEqual([])
  })

  test('it holds in England; elsewhere the same hours are usual practice, and the page says so', () => {
    const rule = (nation: Nation) =>
      clocks(asked('2026-11-24T10:00:00Z', 'emergency-repair'), nation).map((clock) => [
        clock.code,
        clock.rule,
      ])
    expect(rule('england-and-wales')).toEqual([['make-safe', 'awaabs-law']])
    expect(rule('scotland')).toEqual([['make-safe', 'practice']])
    expect(rule('northern-ireland')).toEqual([['make-safe', 'practice']])
  })
})

describe('Awaab’s Law, significant hazard: 10 working days, then 3 for the summary and 5 to make safe', () => {
  // Received → the 10th working day of domain 7, then three and five more.
  test.each([
    ['2026-11-23', '2026-12-07', '2026-12-10', '2026-12-14'],
    ['2026-12-11', '2026-12-29', '2027-01-04', '2027-01-06'],
    ['2026-12-24', '2027-01-12', '2027-01-15', '2027-01-19'],
    ['2026-12-26', '2027-01-12', '2027-01-15', '2027-01-19'],
    ['2027-03-12', '2027-03-30', '2027-04-02', '2027-04-06'],
    ['2027-03-25', '2027-04-12', '2027-04-15', '2027-04-19'],
    ['2027-04-27', '2027-05-12', '2027-05-17', '2027-05-19'],
  ])('received on %s at any hour', (received, investigate, summary, safe) => {
    for (const hour of ['00:30', '12:00', '22:30']) {
      expect(days(asked(`${received}T${hour}:00Z`, 'repair'))).toEqual({
        investigate: `${investigate} 23:59`,
        'write-summary': `${summary} 23:59`,
        'make-safe-after': `${safe} 23:59`,
      })
    }
  })

  test('the day ends by the London clock: the last millisecond is in time, the next is not', () => {
    // British Summer Time: 23:59:59.999 in London is 22:59:59.999 UTC.
    expect(due(asked('2026-07-01T10:00:00Z', 'repair'), 'investigate')).toBe('2026-07-15T22:59:59.999Z')
    expect(due(asked('2026-11-24T10:00:00Z', 'repair'), 'investigate')).toBe('2026-12-08T23:59:59.999Z')
  })

  test('23:30 UTC on a summer evening was received tomorrow by the London clock', () => {
    expect(due(asked('2026-07-01T23:30:00Z', 'repair'), 'investigate')).toBe('2026-07-16T22:59:59.999Z')
  })

  test('only in England; summary and works are the latest days, sooner when the investigation ends sooner', () => {
    expect(clocks(asked('2026-11-24T10:00:00Z', 'repair'), 'scotland')).toEqual([])
    expect(clocks(asked('2026-11-24T10:00:00Z', 'repair'), 'northern-ireland')).toEqual([])
    expect(
      clocks(asked('2026-11-24T10:00:00Z', 'repair')).map(({ code, isLatest }) => [code, isLatest]),
    ).toEqual([
      ['investigate', false],
      ['write-summary', true],
      ['make-safe-after', true],
    ])
  })
})

describe('Complaint Handling Code 6.2 and 6.3: acknowledged in 5 working days, answered 10 after that', () => {
  test.each<[string, string, string]>([
    ['2026-11-23', '2026-11-30', '2026-12-14'],
    ['2026-11-27', '2026-12-04', '2026-12-18'],
    ['2026-12-18', '2026-12-29', '2027-01-13'],
    ['2026-12-24', '2027-01-05', '2027-01-19'],
    ['2027-03-25', '2027-04-05', '2027-04-19'],
  ])('received on %s', (received, acknowledge, answer) => {
    expect(days(asked(`${received}T10:00:00Z`, 'protected', { desk: 'complaints' }))).toEqual({
      'acknowledge-complaint': `${acknowledge} 23:59`,
      'answer-complaint': `${answer} 23:59`,
    })
  })

  test('in Scotland by its own bank holidays, as practice: the Code is for England', () => {
    const found = clocks(asked('2026-11-23T10:00:00Z', 'protected', { desk: 'complaints' }), 'scotland')
    expect(found.map(({ rule, dueAt }) => [rule, dueAt && dayOf(dueAt)])).toEqual([
      ['practice', '2026-12-01'],
      ['practice', '2026-12-15'],
    ])
  })

  test('a complaint is known by its desk, by its words or by what a colleague found; other rights have no such clock', () => {
    const isClocked = (lane: Lane, over: Partial<Clocked>) =>
      clocks(asked('2026-11-24T10:00:00Z', lane, over)).some(({ code }) => code === 'acknowledge-complaint')
    expect(isClocked('protected', { desk: 'complaints' })).toBe(true)
    expect(isClocked('protected', { why: ['I want to make a formal Complaint'] })).toBe(true)
    expect(isClocked('ordinary', { mark: 'complaint' })).toBe(true)
    expect(isClocked('protected', { why: ['appeal'] })).toBe(false)
    expect(isClocked('ordinary', { why: ['complaint'] })).toBe(false)
    expect(isClocked('ordinary', { mark: 'urgent' })).toBe(false)
  })

  test('a hazard that a complaint tells of has both clocks, the nearest first', () => {
    const found = clocks(asked('2026-11-24T10:00:00Z', 'emergency-repair', { mark: 'complaint' }))
    expect(found.map(({ code }) => code)).toEqual(['make-safe', 'acknowledge-complaint', 'answer-complaint'])
  })
})

describe('Right to Repair, where the words say which repair it is', () => {
  const repair = (why: string, received = '2026-11-24T10:00:00Z', nation?: Nation) =>
    clocks(asked(received, 'repair', { why: [why] }), nation).find(({ code }) => code === 'repair')

  test('its days run from receipt, and it stands before what is due later', () => {
    const found = repair('the roof is leaking')
    expect([found?.kind, found?.dueAt && dayOf(found.dueAt), found?.rule]).toEqual([
      'roof-leak',
      '2026-12-03',
      'right-to-repair',
    ])
    expect(
      clocks(asked('2026-11-24T10:00:00Z', 'repair', { why: ['the tap cannot be turned'] }))[0]?.code,
    ).toBe('repair')
  })

  test('not where the kind is not known, and not in nations whose table differs', () => {
    expect(repair('the fence panel is down')).toBeUndefined()
    expect(repair('the roof is leaking', undefined, 'scotland')).toBeUndefined()
  })
})

test('past the last known bank holiday a day is unknown, and never guessed', () => {
  const found = clocks(asked('2028-12-20T10:00:00Z', 'repair'))
  expect(found.map(({ dueAt }) => dueAt)).toEqual([null, null, null])
  expect(due(asked('2028-12-31T10:00:00Z', 'life-safety'), 'make-safe')).toBe('2029-01-01T10:00:00.000Z')
})
