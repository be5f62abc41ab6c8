import type { House } from '../house.ts'
import { proofOf } from './proof.ts'

/** What the signature of a link to an alert is over. */
export function factsOfAlertLink(alertId: string): string[] {
  return ['alert', alertId]
}

/** A page of the console with one button, or the list of alerts where there is no secret to sign with. */
export function alertLink({ settings }: House, alertId: string | null): string {
  const list = `${settings.publicUrl}/console/alerts`
  if (!alertId || !settings.sessionSecret) return list
  return `${list}/${alertId}?proof=${proofOf(settings.sessionSecret, factsOfAlertLink(alertId))}`
}
