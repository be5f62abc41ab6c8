import { randomInt } from 'node:crypto'
import { drawSample } from '../db/samples.ts'
import type { House } from '../house.ts'

/** So many of these, each as likely as any other, by the system's source of chance. */
export function pickAtRandom(ids: string[], number: number): string[] {
  const rest = [...ids]
  const picked: string[] = []
  while (picked.length < number && rest.length > 0) picked.push(...rest.splice(randomInt(rest.length), 1))
  return picked
}

/** Draws today's sample from what was read yesterday, as many as the landlord's settings say. */
export async function drawDailySample(house: House): Promise<number> {
  const number = house.policy.landlord.sampleADay
  const now = house.clock.now()
  return await house.ledger.db.transaction((tx) => drawSample(tx, { now, number, pick: pickAtRandom }))
}
