import type { Channel } from '../rules/channel.ts'
import { sayWay } from './explain.ts'
import { bullet, compose, type Letterhead, link, type Notice, places, type Say, sayIn } from './letter.ts'
import { sayInstant } from './speak.ts'

/** The lines of the nation, which anybody can call at any hour. */
type Lines = readonly { code: string; phone: string }[]
type Phones = { urgentRepairs: string }

/** Whom to call for what, the most dangerous first, each in a line. Calling is quicker than anything that is written. */
function sayWhomToCall(say: Say, lines: Lines, phones: Phones): string[] {
  const numberOf = (code: 'emergency' | 'gas' | 'power') =>
    lines.find((line) => line.code === code)?.phone ?? '999'
  const calls = [
    ['page.report.call-danger', numberOf('emergency')],
    ['page.report.call-gas', numberOf('gas')],
    ['page.report.call-power', numberOf('power')],
    ['page.report.call-repair', phones.urgentRepairs],
  ] as const
  return calls.map(([key, phone]) => say('notice.labelled', { label: say(key), text: phone }))
}

/** What somebody who wrote of danger is told at once by whoever answers them, such as a text message service. */
export function sayDangerAdvice(language: string, lines: Lines, phones: Phones): string {
  const say = sayIn(language)
  return [say('notice.danger.gone'), say('page.report.call'), ...sayWhomToCall(say, lines, phones)].join('\n')
}

type DangerFacts = Letterhead & {
  contact: { id: string; channel: Channel; receivedAt: Date }
  lines: Lines
}

/** Answers a message about danger to life: it is with people, and whom to call now. It quotes nothing of the message. */
export function writeDangerReceipt(facts: DangerFacts): Notice {
  const { language, contact, landlord, lines, publicUrl } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.danger.subject'), [
    [
      say('page.report.call'),
      ...sayWhomToCall(say, lines, landlord.phones).map(bullet),
      bullet(link(say('notice.urgent.online'), publicUrl, places.urgent)),
    ],
    [
      say('notice.held.got', {
        way: sayWay(language, contact.channel),
        at: sayInstant(language, contact.receivedAt, contact.receivedAt),
      }),
      say('notice.danger.gone'),
    ],
    [say('notice.urgent.promise')],
  ])
}
