import { enqueueCall, lastMailTo, recordCalls, waitingMails, wasCalled } from '../db/alert-calls.ts'
import { type Alert, escalate, getAlert, openAlerts } from '../db/alerts.ts'
import type { Jobs } from '../db/jobs.ts'
import type { House } from '../house.ts'
import { type PersonOnDuty, personOfRound } from '../rules/alerts.ts'
import { dayOf } from '../rules/london.ts'
import { alertLink } from './alert-link.ts'
import { type AlertLine, composeAlertMail } from './alert-mail.ts'
import { NotSent } from './mail-out.ts'
import { sendWebhook, WebhookRefused } from './webhook.ts'

/** One person gets at most one mail about alerts in so long. The first goes at once; what comes in between is gathered. */
export const gatherMs = 30_000

type Call = Jobs['call-alert']

/**
 * Calls one person in one way. Taken, or called already: nothing happens. Throws when it did not get through and may
 * yet, and is then tried again; a refusal for good, or the last try of the round, is recorded with its fault. A crash
 * between the call and its record calls twice with one id, never not at all.
 */
export async function callAlert(house: House, call: Call): Promise<void> {
  const { db } = house.ledger
  const alert = await getAlert(db, call.alertId)
  if (!alert || alert.takenAt || (await wasCalled(db, call, call.by))) return
  const person = personOfRound(house.policy.landlord.alerts.chain, call.round)
  if (call.by === 'mail') return await callByMail(house, call, person)
  if (person.webhook) await callByWebhook(house, call, alert, person.webhook, person.name)
}

/** The next round: the next person is called. Whoever took the alert has ended it. */
export async function escalateAlert(house: House, round: Jobs['escalate-alert']): Promise<void> {
  const { alerts } = house.policy.landlord
  await house.ledger.db.transaction((tx) => escalate(tx, { ...round, now: house.clock.now() }, alerts))
}

async function callByMail(house: House, call: Call, person: PersonOnDuty): Promise<void> {
  const { db } = house.ledger
  const now = house.clock.now()
  const last = await lastMailTo(db, person.name)
  const waitMs = last ? Math.min(gatherMs, last.getTime() + gatherMs - now.getTime()) : 0
  if (waitMs > 0) return await enqueueCall(db, call, person.name, waitMs / 1000)

  const { chain } = house.policy.landlord.alerts
  const waiting = (await waitingMails(db)).filter(
    ({ round }) => personOfRound(chain, round).name === person.name,
  )
  const others = waiting.filter(({ alertId, round }) => alertId !== call.alertId || round !== call.round)
  const calls: [Call, ...typeof others] = [call, ...others]
  await record(house, call, calls, person.name, async () => {
    const message = await composeAlertMail(house, {
      person,
      lines: (await openAlerts(db)).map((alert) => lineOf(house, alert)),
      callId: JSON.stringify([
        person.name,
        ...calls.map(({ alertId, round }) => `${alertId} ${round}`).sort(),
      ]),
      isAgain: calls.every(({ round }) => round > 0),
      isRecorded: true,
    })
    await house.mail.toDesk(person.mail, message, dayOf(now))
  })
}

function lineOf(house: House, { id, kind, raisedAt, channel, desk }: Alert): AlertLine {
  const deskName = house.policy.landlord.desks[desk]?.name ?? desk
  return { kind, raisedAt, channel, deskName, link: alertLink(house, id) }
}

async function callByWebhook(
  house: House,
  call: Call,
  alert: Alert,
  url: string,
  name: string,
): Promise<void> {
  const { alertId, round } = call
  await record(house, call, [call], name, () =>
    sendAlertWebhook(house, url, {
      // One for each round: whoever takes it twice knows it by this.
      id: `alert_${alertId}_${round}`,
      data: {
        alertId,
        contactId: alert.contactId,
        kind: alert.kind,
        lane: alert.lane,
        raisedAt: alert.raisedAt.toISOString(),
        round,
        link: alertLink(house, alertId),
      },
    }),
  )
}

/** Ids, kind, lane, times and a link: nothing about a person. Whoever wants more opens the link, and that is audited. */
export async function sendAlertWebhook(
  { settings, policy }: House,
  url: string,
  { id, data }: { id: string; data: { raisedAt: string } & Record<string, unknown> },
): Promise<void> {
  await sendWebhook({
    url,
    id,
    payload: { type: 'alert.raised', timestamp: data.raisedAt, data },
    secrets: settings.webhookSecrets,
    mayBePlain: settings.mode === 'demo',
    mayBePrivate: policy.landlord.alerts.privateAddresses,
  })
}

/** Does the call and writes down what came of it, for each alert that it was about. */
async function record(
  house: House,
  { by, until }: Call,
  calls: Parameters<typeof recordCalls>[1],
  target: string,
  work: () => Promise<void>,
): Promise<void> {
  const write = async (fault: string | null) => {
    const what = { by, target, calledAt: house.clock.now(), fault }
    await house.ledger.db.transaction((tx) => recordCalls(tx, calls, what))
  }
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof NotSent || fault instanceof WebhookRefused)) throw fault
    if (!fault.isForGood && house.clock.now() < new Date(until)) throw fault
    return await write(fault.code)
  }
  await write(null)
}
