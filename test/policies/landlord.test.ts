import { describe, expect, it } from 'vitest'
import { contrastWithWhite, LandlordRefused } from '../../policies/landlord.ts'
import { findPack, policyKeys } from '../../policies/index.ts'
import { parseLandlord } from '../../policies/landlord.ts'
import type { Pack } from '../../policies/pack.ts'
import { landlordFile } from './demonstration-landlord.ts'

const decided = (value: unknown) => ({ value, decidedOn: '2026-01-05', decidedBy: 'Chair of the Board' })

/** What is wrong with the demonstration file for that policy after a change. */
function faultsAfter(
  key: string,
  change: (file: ReturnType<typeof landlordFile>) => void,
): readonly string[] {
  const file = landlordFile(key)
  change(file)
  try {
    parseLandlord(file, findPack(key) as Pack)
    return []
  } catch (error) {
    if (error instanceof LandlordRefused) return error.faults
    throw error
  }
}

describe('a landlord’s settings file', () => {
  it.each(policyKeys)('is accepted as it comes with Clearway for %s', (key) => {
    expect(faultsAfter(key, () => {})).toEqual([])
  })

  it('is refused with everything that is missing at once, in one error', () => {
    const faults = faultsAfter('amplius', (file) => {
      delete file.phones.urgentRepairs
      delete file.desks.safeguarding
      delete file.decisions.reviewGraceDays
      delete file.decisions.alternateHearerRole
      file.colours.brand = '#ffee00'
    })
    expect(faults).toHaveLength(5)
    const said = new LandlordRefused(faults).message
    for (const part of [
      'phones.urgentRepairs',
      'desks.safeguarding',
      'colours.brand',
      'reviewGraceDays',
      'alternateHearerRole',
    ]) {
      expect(said).toContain(part)
    }
  })

  it('says in sentences what to write instead', () => {
    expect(faultsAfter('amplius', (file) => delete file.desks.urgent)).toEqual([
      'desks.urgent is missing: every landlord has this desk.',
    ])
    expect(faultsAfter('amplius', (file) => delete file.decisions.appealWindowDays)).toEqual([
      'decisions.appealWindowDays is missing: the policy does not say how long a customer has to appeal, so the landlord decides.',
    ])
    expect(faultsAfter('amplius', (file) => delete file.name)).toEqual([
      'name is missing: write it as words in quotes.',
    ])
  })

  it.each([null, [], 'amplius', 7])('is refused when it holds %j and not an object', (json) => {
    expect(() => parseLandlord(json, findPack('amplius') as Pack)).toThrow(/one JSON object/)
  })

  it('is refused under another policy than its own', () => {
    expect(() => parseLandlord(landlordFile('karbon'), findPack('a2dominion') as Pack)).toThrow(
      /policy says "karbon", but the policy in force is "a2dominion"/,
    )
  })

  it('needs a name and a date for each decision, and knows every decision by its name', () => {
    const faults = faultsAfter('amplius', (file) => {
      file.decisions.reviewGraceDays = { value: 7 }
      file.decisions.reviewgrace = decided(7)
    })
    expect(faults).toEqual([
      'decisions.reviewGraceDays.decidedOn needs a date as YYYY-MM-DD: the day it was decided.',
      'decisions.reviewGraceDays.decidedBy is missing: name who decided it.',
      'decisions.reviewgrace is not a decision that Clearway knows.',
    ])
  })

  it('names the settings that Clearway does not know', () => {
    expect(faultsAfter('amplius', (file) => (file.hours = []))).toEqual([
      'The file has settings that Clearway does not know: hours.',
    ])
  })

  it('has a colleague’s cover in absence, and days away that end after they begin', () => {
    expect(faultsAfter('amplius', (file) => delete file.colleagues[0].cover)).toEqual([
      'colleagues.0.cover needs a cover: name, address, phone.',
    ])
    const away = (fromOn: string, toOn: string) =>
      faultsAfter('amplius', (file) => file.colleagues[0].away.push({ fromOn, toOn }))
    expect(away('2026-08-03', '2026-08-03')).toEqual([])
    expect(away('2026-08-04', '2026-08-03')).toEqual(['colleagues.0.away.0 ends before it begins.'])
  })

  it.each([0, 1])('may promise that held contacts are read within %i working days (I13)', (days) => {
    expect(faultsAfter('amplius', (file) => (file.heldReadWithinWorkingDays = days))).toEqual([])
  })

  it('may not promise to read held contacts later than one working day (I13)', () => {
    expect(faultsAfter('amplius', (file) => (file.heldReadWithinWorkingDays = 2))).toHaveLength(1)
  })

  it.each(['192.0.2.10', '192.0.2.0/24', '2001:db8::1', '2001:db8::/32'])(
    'takes %s as a relay',
    (address) => {
      expect(faultsAfter('amplius', (file) => file.mail.relays.push({ address, vouches: false }))).toEqual([])
    },
  )

  it('takes no name as a relay, since names can be forged', () => {
    const add = { address: 'mail.example', vouches: true }
    expect(faultsAfter('amplius', (file) => file.mail.relays.push(add))).toEqual([
      'mail.relays.2.address needs an IP address or range, such as 192.0.2.10 or 192.0.2.0/24.',
    ])
  })
})

describe('who is called when somebody may be in danger', () => {
  const person = { name: 'Duty officer', mail: 'duty@landlord.example' }
  const faultsOf = (alerts: unknown) => faultsAfter('amplius', (file) => (file.alerts = alerts))

  it('is the urgent desk, again every five minutes, where the landlord says nothing', () => {
    const file = landlordFile('amplius')
    delete file.alerts
    expect(parseLandlord(file, findPack('amplius') as Pack).alerts).toEqual({
      minutes: 5,
      chain: [{ name: 'Urgent help', mail: 'urgent@landlord.example' }],
      privateAddresses: false,
    })
  })

  it.each([1, 60])('may be the next person after %i minutes', (minutes) => {
    expect(faultsOf({ minutes, chain: [person] })).toEqual([])
  })

  it.each([0, 61, 2.5])('may not be the next person after %s minutes', (minutes) => {
    expect(faultsOf({ minutes, chain: [person] })).toHaveLength(1)
  })

  it('is somebody: a chain of nobody is refused, and one of eleven', () => {
    expect(faultsOf({ minutes: 5, chain: [] })).toEqual(['alerts.chain needs at least one person.'])
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...person, name: `Person ${at}` }))
    expect(faultsOf({ minutes: 5, chain: many(10) })).toEqual([])
    expect(faultsOf({ minutes: 5, chain: many(11) })).toEqual(['alerts.chain needs ten people or fewer.'])
  })

  it('has a name of their own, by which each call is told', () => {
    expect(faultsOf({ minutes: 5, chain: [person, person] })).toEqual([
      'alerts.chain needs a different name for each.',
    ])
  })

  it.each([
    ['https://pager.landlord.example/alert', 0],
    ['http://127.0.0.1:4000/alert', 0],
    ['ftp://pager.landlord.example', 1],
    ['pager.landlord.example', 1],
    ['https://name:word@pager.landlord.example/', 1],
  ])('may have a webhook at %s: %i faults', (webhook, count) => {
    expect(faultsOf({ minutes: 5, chain: [{ ...person, webhook }] })).toHaveLength(count)
  })
})

describe('the landlord’s colour', () => {
  it('is measured against white as WCAG does', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5)
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5)
  })

  it('is taken at a contrast of 4.5 and refused just under', () => {
    expect(contrastWithWhite('#767676')).toBeGreaterThanOrEqual(4.5)
    expect(contrastWithWhite('#777777')).toBeLessThan(4.5)
    expect(faultsAfter('amplius', (file) => (file.colours.brand = '#767676'))).toEqual([])
    expect(faultsAfter('amplius', (file) => (file.colours.brand = '#777777'))).toHaveLength(1)
  })
})

describe('a landlord’s decision beside its policy', () => {
  const decide = (key: string, name: string, value: unknown) =>
    faultsAfter(key, (file) => (file.decisions[name] = decided(value)))

  it.each([1, 3])(
    'may review after %i months under Amplius (Sanctions, paragraph 11: every three months)',
    (months) => {
      expect(decide('amplius', 'reviewEveryMonths', months)).toEqual([])
    },
  )

  it('may not review after 4 months under Amplius (Sanctions, paragraph 11)', () => {
    expect(decide('amplius', 'reviewEveryMonths', 4)).toEqual([
      'decisions.reviewEveryMonths is 4, but the policy says 1 to 3 (Sanctions, paragraph 11): choose a number of months in that range.',
    ])
  })

  it('is needed where the policy’s review is rarer than twice a year (A2Dominion 4.3)', () => {
    expect(decide('a2dominion', 'reviewEveryMonths', 6)).toEqual([])
    expect(decide('a2dominion', 'reviewEveryMonths', 7)).toHaveLength(1)
    expect(faultsAfter('a2dominion', (file) => delete file.decisions.reviewEveryMonths)).toEqual([
      'decisions.reviewEveryMonths is missing: the policy reviews every 12 months (4.3), and Clearway asks for a review at least every 6 months.',
    ])
  })

  it.each([14, 28, 'while in force'])(
    'may leave %s to appeal under Stonewater (5.6: two weeks)',
    (window) => {
      expect(decide('stonewater', 'appealWindowDays', window)).toEqual([])
    },
  )

  it('may not leave 13 days to appeal under Stonewater (5.6)', () => {
    expect(decide('stonewater', 'appealWindowDays', 13)).toEqual([
      'decisions.appealWindowDays is 13, but the policy says 14 (5.6): the landlord can allow more, not fewer.',
    ])
  })

  it.each([10, 14])('may answer an appeal in %i working days under A2Dominion (4.2)', (days) => {
    expect(decide('a2dominion', 'appealDecisionWorkingDays', days)).toEqual([])
  })

  it('may not answer an appeal in 15 working days under A2Dominion (4.2)', () => {
    expect(decide('a2dominion', 'appealDecisionWorkingDays', 15)).toHaveLength(1)
  })

  it('may narrow who decides, not widen it (Amplius, Sanctions, paragraph 4)', () => {
    expect(decide('amplius', 'authoriserRoles', ['director'])).toEqual([])
    expect(decide('amplius', 'authoriserRoles', ['director', 'officer'])).toEqual([
      'decisions.authoriserRoles is director or officer, but the policy says head or director (Sanctions, paragraph 4): choose from those roles.',
    ])
  })

  it('says which senior officer hears appeals (Karbon 4.7)', () => {
    expect(decide('karbon', 'appealHearerRole', 'head')).toEqual([])
    expect(decide('karbon', 'appealHearerRole', 'manager')).toHaveLength(1)
    expect(faultsAfter('karbon', (file) => delete file.decisions.appealHearerRole)).toEqual([
      'decisions.appealHearerRole is missing: the policy says a senior officer (4.7), and more than one role here can be that.',
    ])
  })

  it('names a second hearer who is not the first (I8)', () => {
    expect(decide('amplius', 'alternateHearerRole', 'head')).toEqual([])
    expect(decide('amplius', 'alternateHearerRole', 'director')).toHaveLength(1)
    expect(decide('amplius', 'alternateHearerRole', 'contractor')).toHaveLength(1)
  })

  it('never lets a contractor impose a restriction (I3)', () => {
    expect(decide('policy-2024', 'authoriserRoles', ['manager', 'contractor'])).toHaveLength(1)
    expect(decide('policy-2024', 'authoriserRoles', ['manager'])).toEqual([])
  })

  it('calls a decision that is there but unusable wrong, and not also missing', () => {
    expect(decide('amplius', 'reviewGraceDays', 29)).toEqual([
      'decisions.reviewGraceDays.value needs 28 or fewer.',
    ])
    expect(decide('amplius', 'reviewGraceDays', 28)).toEqual([])
  })

  it('under a policy that names nobody, has to say who decides, who hears and by when (policy-2024)', () => {
    const faults = faultsAfter('policy-2024', (file) => (file.decisions = {}))
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'decisions.authoriserRoles',
      'decisions.appealHearerRole',
      'decisions.alternateHearerRole',
      'decisions.appealWindowDays',
      'decisions.appealDecisionWorkingDays',
      'decisions.reviewGraceDays',
      'decisions.defaultDurationMonths',
      'decisions.reviewEveryMonths',
    ])
  })
})
