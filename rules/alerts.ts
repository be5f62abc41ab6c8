import type { AlertSettings } from '../policies/landlord.ts'
import type { Lane } from './lane.ts'

export const alertKinds = ['life-safety', 'staff-safety'] as const
/** Danger to a customer, or a threat that staff should know of. */
export type AlertKind = (typeof alertKinds)[number]

/** What a contact calls a person for. A threat is a second reason beside its lane: it takes nothing from the first. */
export function alertsFor({ lane, isThreat }: { lane: Lane; isThreat: boolean }): AlertKind[] {
  return [
    ...(lane === 'life-safety' ? ['life-safety' as const] : []),
    ...(isThreat ? ['staff-safety' as const] : []),
  ]
}

export type PersonOnDuty = AlertSettings['chain'][number]

/** Who is called in a round, the first being round 0. After the last person it begins again with the first. */
export function personOfRound(chain: readonly PersonOnDuty[], round: number): PersonOnDuty {
  const person = chain[round % chain.length]
  if (!person) throw new Error('nobody is named to be called')
  return person
}

/** How long it took until a person took each alert, and how many were taken before the next person was called. */
export type TimesToTake = { taken: number; inTime: number; middleMs: number | null }

/** The landlord's figure. The middle one of an even number is the slower of the two: no better than it was. */
export function timesToTake(
  alerts: readonly { raisedAt: Date; takenAt: Date }[],
  minutes: number,
): TimesToTake {
  const times = alerts
    .map(({ raisedAt, takenAt }) => takenAt.getTime() - raisedAt.getTime())
    .sort((a, b) => a - b)
  return {
    taken: times.length,
    inTime: times.filter((ms) => ms <= minutes * 60_000).length,
    middleMs: times[Math.floor(times.length / 2)] ?? null,
  }
}
