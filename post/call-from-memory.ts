import { pino } from 'pino'
import type { Ledger } from '../db/ledger.ts'
import type { House } from '../house.ts'
import { type AlertKind, personOfRound } from '../rules/alerts.ts'
import type { Channel } from '../rules/channel.ts'
import type { Lane } from '../rules/lane.ts'
import { dayOf } from '../rules/london.ts'
import { alertLink } from './alert-link.ts'
import { composeAlertMail } from './alert-mail.ts'
import { sendAlertWebhook } from './call-alert.ts'
import { idOfKey } from './compose.ts'

/** What there is to tell of a contact that the ledger did not take. */
type Unrecorded = {
  /** The contact's own key: however often it comes, it calls once. */
  key: string
  contactId: string
  kinds: AlertKind[]
  channel: Channel
  lane: Lane
  desk: string
  raisedAt: Date
}

const log = pino({ name: 'post' })

/** So many keys are remembered: more than come while a ledger is away. */
const mostKeys = 10_000
const calls = new WeakMap<Ledger, Set<string>>()

/**
 * Calls the first person at once, by mail and by webhook side by side, with nothing but what is in memory: the way when
 * the ledger does not answer. Never throws, for the message itself is on its way too; what failed is in the log.
 */
export async function callFromMemory(house: House, alert: Unrecorded): Promise<void> {
  if (alert.kinds.length === 0) return
  const person = personOfRound(house.policy.landlord.alerts.chain, 0)
  const { webhook } = person
  await Promise.all([
    once(house, alert, 'mail', async () => {
      const message = await composeAlertMail(house, {
        person,
        lines: alert.kinds.map((kind) => ({
          ...alert,
          kind,
          deskName: house.policy.landlord.desks[alert.desk]?.name ?? alert.desk,
          link: alertLink(house, null),
        })),
        callId: `unrecorded alert ${alert.key}`,
        isAgain: false,
        isRecorded: false,
      })
      await house.mail.toDesk(person.mail, message, dayOf(alert.raisedAt))
    }),
    ...alert.kinds.map((kind) =>
      once(house, alert, `webhook ${kind}`, async () => {
        if (webhook)
          await sendAlertWebhook(house, webhook, {
            id: idOfCall(alert, kind),
            data: dataOf(house, alert, kind),
          })
      }),
    ),
  ])
}

function idOfCall({ key }: Unrecorded, kind: AlertKind): string {
  return `alert_${idOfKey(`${kind} ${key}`)}`
}

function dataOf(house: House, { contactId, lane, raisedAt }: Unrecorded, kind: AlertKind) {
  return {
    alertId: null,
    contactId,
    kind,
    lane,
    raisedAt: raisedAt.toISOString(),
    round: 0,
    link: alertLink(house, null),
  }
}

/** The first time only. What failed is forgotten again, so that the sender's next try calls too. */
async function once(house: House, alert: Unrecorded, way: string, call: () => Promise<void>): Promise<void> {
  const made = calls.get(house.ledger) ?? new Set<string>()
  calls.set(house.ledger, made)
  const key = `${way} ${alert.key}`
  if (made.has(key)) return
  made.add(key)
  const [oldest] = made
  if (made.size > mostKeys && oldest) made.delete(oldest)
  try {
    await call()
  } catch (fault) {
    made.delete(key)
    const { code, name } = fault as { code?: string; name?: string }
    log.error({ contactId: alert.contactId, way, fault: code ?? name }, 'an alert could not be sent')
  }
}
