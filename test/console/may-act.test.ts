import { describe, expect, it } from 'vitest'
import type { Role } from '../../policies/pack.ts'
import { type Authorisers, type ConsoleAction, consoleActions, mayAct } from '../../rules/may-release.ts'

const amplius: Authorisers = {
  value: ['head', 'director'],
  source: 'policy',
  clause: 'Sanctions, paragraph 4',
}
const karbon: Authorisers = { value: ['manager'], source: 'policy', clause: '4.3' }
const decided: Authorisers = {
  value: ['director'],
  source: 'landlord',
  decidedOn: '2025-09-22',
  decidedBy: 'The Board',
}

const all: Record<Role, ConsoleAction[]> = {
  officer: [
    'read-contacts',
    'release',
    'take-alert',
    'record-contacts',
    'read-customers',
    'answer-requests',
    'read-safety-flags',
  ],
  manager: [
    'read-contacts',
    'release',
    'take-alert',
    'record-contacts',
    'read-customers',
    'answer-requests',
    'answer-way',
    'read-safety-flags',
  ],
  head: [
    'read-contacts',
    'release',
    'take-alert',
    'record-contacts',
    'read-customers',
    'answer-requests',
    'answer-way',
    'lift',
    'read-audit',
    'read-safety-flags',
  ],
  director: [
    'read-contacts',
    'release',
    'take-alert',
    'record-contacts',
    'read-customers',
    'answer-requests',
    'answer-way',
    'lift',
    'read-audit',
    'read-safety-flags',
  ],
  appeals: [
    'read-contacts',
    'release',
    'take-alert',
    'record-contacts',
    'read-customers',
    'answer-requests',
    'read-safety-flags',
  ],
  contractor: ['read-safety-flags'],
}

describe('who may do what in the console, under Amplius', () => {
  it.each(Object.entries(all) as [Role, ConsoleAction[]][])('%s', (role, allowed) => {
    expect(consoleActions.filter((action) => 'yes' in mayAct(role, action, amplius))).toEqual(allowed)
  })
})

describe('lifting belongs to those who may impose', () => {
  it('Amplius, Sanctions, paragraph 4: a manager may not, and is told who can and why', () => {
    expect(mayAct('manager', 'lift', amplius)).toEqual({
      no: { roles: ['head', 'director'], basis: { by: 'policy', clause: 'Sanctions, paragraph 4' } },
    })
  })

  it('Karbon 4.3: a manager may', () => {
    expect(mayAct('manager', 'lift', karbon)).toEqual({ yes: true })
  })

  it('where the policy is silent, the refusal names the landlord’s own dated decision', () => {
    expect(mayAct('head', 'lift', decided)).toEqual({
      no: { roles: ['director'], basis: { by: 'landlord', decidedOn: '2025-09-22', decidedBy: 'The Board' } },
    })
  })

  it('I3: a contractor never may, even when a setting names one', () => {
    const careless: Authorisers = { ...amplius, value: ['contractor', 'head'] }
    expect(mayAct('contractor', 'lift', careless)).toEqual({
      no: { roles: ['head'], basis: { by: 'policy', clause: 'Sanctions, paragraph 4' } },
    })
  })
})

it('a contractor reads no message, no reason and no customer', () => {
  for (const action of [
    'read-contacts',
    'release',
    'take-alert',
    'record-contacts',
    'read-customers',
    'read-audit',
  ] as const) {
    expect(mayAct('contractor', action, amplius)).toMatchObject({ no: { basis: { by: 'clearway' } } })
  }
})
