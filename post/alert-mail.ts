import type { House } from '../house.ts'
import type { AlertKind, PersonOnDuty } from '../rules/alerts.ts'
import type { Channel } from '../rules/channel.ts'
import { dayOf, timeOf } from '../rules/london.ts'
import { compose, idOfKey, messageIdOf } from './compose.ts'

/** One alert as a mail tells of it: that it is there, and where to take it. Whom and what it is about stays in the console. */
export type AlertLine = {
  kind: AlertKind
  raisedAt: Date
  channel: Channel
  deskName: string
  link: string
}

const what: Record<AlertKind, string> = {
  'life-safety': 'Somebody may be in danger.',
  'staff-safety': 'A message may threaten somebody. Do not go alone; tell your manager.',
}

const came: Record<Channel, string> = {
  email: 'by email',
  web: 'through the website',
  sms: 'by text message',
  phone: 'by phone',
  letter: 'by letter',
  visit: 'by a visit',
  social: 'by social media',
}

function paragraphOf({ kind, raisedAt, channel, deskName, link }: AlertLine): string {
  return [
    what[kind],
    `It came ${came[channel]} on ${dayOf(raisedAt)} at ${timeOf(raisedAt)} (London time), and it goes to: ${deskName}.`,
    link,
  ].join('\n')
}

/** So many are told of one by one; the list in the console has them all. */
const mostLines = 50

type Facts = {
  person: PersonOnDuty
  /** All that are open, the oldest first. */
  lines: AlertLine[]
  /** The same calls make the same Message-ID, so that a call that a crash made twice is seen once. */
  callId: string
  isAgain: boolean
  /** False when the ledger did not answer: there is nothing to take yet. */
  isRecorded: boolean
}

/** The mail that calls a person. It names no customer and quotes nothing: a mailbox is read by many eyes. */
export async function composeAlertMail(
  { policy, clock }: House,
  { person, lines, callId, isAgain, isRecorded }: Facts,
): Promise<Buffer> {
  const { landlord } = policy
  const { minutes } = landlord.alerts
  const count = lines.length === 1 ? 'Alert' : `${lines.length} alerts`
  const isDanger = lines.some(({ kind }) => kind === 'life-safety')
  const about = isDanger ? 'somebody may be in danger' : 'a message may threaten somebody'
  const toDo = isRecorded
    ? [
        'Open the link, sign in and press "Take it". Then everybody sees that it is yours.',
        `Until somebody does, we call again every ${minutes === 1 ? 'minute' : `${minutes} minutes`}.`,
      ]
    : [
        'The ledger does not answer, so this alert cannot be taken in the console yet.',
        'The message itself has gone to the desk. Please look there now.',
        'Once the ledger answers, we call again, and then it can be taken.',
      ]
  const more = lines.length > mostLines ? [`And ${lines.length - mostLines} more, in the console.`] : []
  return await compose({
    messageId: messageIdOf(idOfKey(callId), landlord.mail.from),
    from: { name: landlord.name, address: landlord.mail.from },
    to: { name: person.name, address: person.mail },
    subject: `${count}: ${about}${isAgain ? ' (nobody has taken it yet)' : ''}`,
    date: clock.now(),
    text: `${[...lines.slice(0, mostLines).map(paragraphOf), ...more, toDo.join('\n')].join('\n\n')}\n`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Priority': '1',
      Importance: 'high',
    },
  })
}
