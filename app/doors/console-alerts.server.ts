import { redirect } from '@remix-run/node'
import { callsOf, failingCalls } from '../../db/alert-calls.ts'
import { type Alert, alertsAbout, getAlert, openAlerts, takeAlert, takenAlerts } from '../../db/alerts.ts'
import { writeAudit } from '../../db/audit.ts'
import type { House } from '../../house.ts'
import { factsOfAlertLink } from '../../post/alert-link.ts'
import { timesToTake } from '../../rules/alerts.ts'
import { type Asked, fieldOf, idOf, notThere, requireColleague } from './console.server.ts'
import { isProof } from './proof.server.ts'

/** So many days back go into the landlord's figure. */
const figureDays = 30

/** Every alert: what is open first, then what was taken, and how long that took. */
export async function alertList(asked: Asked) {
  await requireColleague(asked, 'take-alert')
  const { clock, ledger, policy } = asked.context.house
  const { minutes } = policy.landlord.alerts
  const now = clock.now()
  const [open, taken] = await Promise.all([openAlerts(ledger.db), takenAlerts(ledger.db)])
  const since = now.getTime() - figureDays * 86_400_000
  const lately = taken.flatMap(({ raisedAt, takenAt }) =>
    takenAt && raisedAt.getTime() >= since ? [{ raisedAt, takenAt }] : [],
  )
  return {
    now,
    minutes,
    open,
    taken,
    figure: { days: figureDays, ...timesToTake(lately, minutes) },
    // Only for who asked for it: a page that changes by itself is hard to read for some (WCAG 2.2.1).
    isRefreshing: new URL(asked.request.url).searchParams.get('refresh') === 'on',
  }
}

function isFromMail(house: House, alertId: string, proof: string | null): boolean {
  return isProof(house, factsOfAlertLink(alertId), proof)
}

/** The page behind the link in an alert's mail. A link that nobody signed leads to the list, where every alert can be taken. */
export async function alertPage(asked: Asked) {
  const alertId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'take-alert')
  const { house } = asked.context
  const proof = new URL(asked.request.url).searchParams.get('proof')
  if (!isFromMail(house, alertId, proof)) throw redirect('/console/alerts')
  const { db } = house.ledger
  const alert = await getAlert(db, alertId)
  if (!alert) throw notThere()
  const now = house.clock.now()
  await writeAudit(db, {
    at: now,
    actor: `colleague:${colleague.id}`,
    action: 'alert viewed',
    aboutId: alert.contactId,
  })
  return { now, alert, proof }
}

/** Somebody takes an alert. Of two at once one wins, and the other is shown who. Then comes the message itself. */
export async function takeAlertAndShow(asked: Asked): Promise<Response> {
  const alertId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'take-alert')
  const { house } = asked.context
  const { db } = house.ledger
  const alert = await getAlert(db, alertId)
  if (!alert) throw notThere()
  const proof = fieldOf(await asked.request.formData(), 'proof')
  const from = isFromMail(house, alertId, proof) ? 'mail' : 'console'
  const take = { alertId, colleagueId: colleague.id, now: house.clock.now(), from } as const
  await db.transaction((tx) => takeAlert(tx, take))
  return redirect(`/console/contacts/${alert.contactId}?done=taken-${alert.kind}`)
}

/** What a contact called for, each call that was made for it, what is being tried again, and whether this colleague took it. */
export async function alertStory(
  house: House,
  contactId: string,
  colleagueId: string,
): Promise<AlertStory[]> {
  const { db } = house.ledger
  const alerts = await alertsAbout(db, contactId)
  const ids = alerts.map(({ id }) => id)
  const [calls, failing] = await Promise.all([callsOf(db, ids), failingCalls(db, ids)])
  return alerts.map((alert) => ({
    ...alert,
    isTheirs: alert.takenById === colleagueId,
    calls: calls.filter(({ alertId }) => alertId === alert.id),
    failing: alert.takenAt ? [] : failing.filter(({ alertId }) => alertId === alert.id),
  }))
}

export type AlertStory = Alert & {
  isTheirs: boolean
  calls: Awaited<ReturnType<typeof callsOf>>
  failing: Awaited<ReturnType<typeof failingCalls>>
}
