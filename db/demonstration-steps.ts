import { randomInt, randomUUID } from 'node:crypto'
import type { Role } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { decide } from '../rules/decide.ts'
import { addDays, dayOf, endOfDay, instantAt } from '../rules/london.ts'
import { appealBasis, appealWindow, lastDayToAppeal } from '../rules/may-appeal.ts'
import { hearerOf } from '../rules/may-hear.ts'
import { partsToTell, warningPartsToTell } from '../rules/notice-told.ts'
import { openRoutes } from '../rules/opening.ts'
import { readDueAt } from '../rules/read-due.ts'
import {
  writeAppealQuestion,
  writeAppealReceipt,
  writeHeldNotice,
  writeRestrictionNotice,
  writeWarningNotice,
} from '../words/notices.ts'
import { hashCode } from './access.ts'
import { askQuestion } from './appeal-messages.ts'
import type { Appeal } from './appeals.ts'
import { writeAudit } from './audit.ts'
import { readCalendar } from './bank-holidays.ts'
import type { Colleague } from './colleagues.ts'
import { recordContact } from './contacts.ts'
import type { Customer } from './customers.ts'
import { clauseFor, type DemonstrationCase } from './demonstration-cases.ts'
import type { CaseDates } from './demonstration-dates.ts'
import type { Tx } from './ledger.ts'
import { lodgeAppeal } from './lodge-appeal.ts'
import { type NewNotice, storeNotice } from './notices.ts'
import { raiseCodeOf } from './raise-code.ts'
import type { RestrictionRow } from './restrictions.ts'
import { restrictions, signInCodes, warnings } from './schema.ts'

/** Everything that the steps of one demonstration case share. */
export type Stage = {
  tx: Tx
  policy: Policy
  publicUrl: string
  /** Peppers the hashes of sign-in codes. */
  secret: string
  now: Date
  colleagues: Colleague[]
  customer: Customer
  dates: CaseDates
}

function headOf({ customer, policy, publicUrl }: Stage) {
  return { language: customer.language, customer, landlord: policy.landlord, publicUrl }
}

function colleagueAs({ colleagues }: Stage, role: Role): Colleague {
  const found = colleagues.find((each) => each.role === role)
  if (!found) throw new Error(`there is no demonstration colleague who is ${role}`)
  return found
}

/** Who decides on restrictions here: not the one who hears appeals, where the policy leaves a choice (I8). */
function decider(stage: Stage): Colleague {
  const { authoriserRoles, appealHearerRole } = stage.policy
  const others = authoriserRoles.value.filter(
    (role) => role !== appealHearerRole.value && role !== 'contractor',
  )
  return colleagueAs(stage, others[0] ?? authoriserRoles.value[0] ?? 'head')
}

/** Days before an event become London days; the ledger keeps the colleague's own words, the letter the customer's. */
function evidenceBefore(evidence: { daysBefore: number; kept: string; told?: string }[], at: Date) {
  const on = (daysBefore: number) => addDays(dayOf(at), -daysBefore)
  return {
    kept: evidence.map(({ daysBefore, kept }) => ({ on: on(daysBefore), what: kept })),
    told: evidence.map(({ daysBefore, kept, told }) => ({ on: on(daysBefore), what: told ?? kept })),
  }
}

async function tell(
  { tx, customer, policy }: Stage,
  notice: Pick<NewNotice, 'kind' | 'aboutId' | 'subject' | 'body' | 'writtenAt'>,
) {
  const noticeId = await storeNotice(tx, {
    customerId: customer.id,
    by: customer.noticesBy,
    language: customer.language,
    printPoints: customer.printPoints,
    pack: policy.pack.key,
    ...notice,
  })
  if (!noticeId) throw new Error('a demonstration notice was written twice')
  return noticeId
}

/** A written warning as it was sent. Its clause is the warning's own, or the one the restriction's measures rest on. */
export async function warn(
  stage: Stage,
  warning: NonNullable<DemonstrationCase['warning']>,
): Promise<string> {
  const { tx, policy, customer, dates } = stage
  const { pack } = policy
  const id = randomUUID()
  const givenBy = colleagueAs(stage, 'officer')
  const givenAt = dates.warnedAt
  const evidence = evidenceBefore(warning.evidence, givenAt)
  const isAppealable = appealBasis('warning', policy) !== null
  const words = writeWarningNotice({
    ...headOf(stage),
    conduct: warning.conduct.told ?? warning.conduct.kept,
    evidence: evidence.told,
    proposed: warning.proposed.told ?? warning.proposed.kept,
    givenBy,
    appeal: isAppealable ? { reference: customer.reference } : null,
    mustTell: warningPartsToTell(pack),
  })
  const noticeId = await tell(stage, { kind: 'warning', aboutId: id, ...words, writtenAt: givenAt })
  const { warning: step } = pack.steps
  await tx.insert(warnings).values({
    id,
    customerId: customer.id,
    conduct: warning.conduct.kept,
    evidence: evidence.kept,
    proposed: warning.proposed.kept,
    clause: step === 'silent' ? clauseFor(pack, 'warning') : step.clause,
    givenBy: givenBy.id,
    givenAt,
    noticeId,
  })
  await writeAudit(tx, {
    at: givenAt,
    actor: `colleague:${givenBy.id}`,
    action: 'warning given',
    aboutId: id,
  })
  return id
}

/** Letters and digits that nobody mixes up when they read them out. */
const plain = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

function newLetterCode(): string {
  const four = () => Array.from({ length: 4 }, () => plain[randomInt(plain.length)]).join('')
  return `${four()}-${four()}`
}

/** Whoever had a restriction can still read about it for a while when it is over. */
const codeOutlivesRestrictionDays = 28

type Restricting = {
  restriction: NonNullable<DemonstrationCase['restriction']>
  warningId: string
  reference: string
}

/** A restriction with its letter, sent before it began, and the code to sign in with that only the letter shows. */
export async function restrict(
  stage: Stage,
  { restriction, warningId, reference }: Restricting,
): Promise<RestrictionRow> {
  const { tx, policy, customer, dates, secret } = stage
  const { pack, landlord } = policy
  const id = randomUUID()
  const { startsAt, endsAt, endsOn, noticeAt, reviewOn, lapsesOn } = dates
  const measures = restriction.measures((code) => clauseFor(pack, code), landlord.colleagues[0]?.code ?? '')
  const decidedBy = decider(stage)
  const evidence = evidenceBefore(restriction.evidence, noticeAt)
  const asRule = { id, measures, startsAt, endsAt, lapsesOn, liftedAt: null }
  const notice = { writtenAt: noticeAt, by: customer.noticesBy }
  const code = newLetterCode()
  const codeUntilOn = addDays(endsOn, codeOutlivesRestrictionDays)
  const words = writeRestrictionNotice({
    ...headOf(stage),
    customer,
    restriction: {
      reference,
      measures,
      reason: restriction.reason.told ?? restriction.reason.kept,
      evidence: evidence.told,
      startsAt,
      endsAt,
      reviewOn,
    },
    decidedBy,
    document: policy.pack.document.title,
    reviewRule: policy.reviewEveryMonths,
    warned: { on: dayOf(dates.warnedAt) },
    openRoutes: openRoutes([asRule], new Map(), startsAt),
    hearer: hearerOf(policy, []),
    appealUntilOn: lastDayToAppeal(
      {
        subject: { kind: 'restriction', startsAt, stopsAt: endsAt },
        notice,
        calendar: await readCalendar(tx, landlord.nation),
      },
      appealWindow(policy),
    ),
    signIn: { code, untilOn: codeUntilOn },
    mustTell: partsToTell(policy, measures, false),
  })
  const noticeId = await tell(stage, { kind: 'restriction', aboutId: id, ...words, writtenAt: noticeAt })
  const [written] = await tx
    .insert(restrictions)
    .values({
      id,
      reference,
      customerId: customer.id,
      measures,
      reason: restriction.reason.kept,
      evidence: evidence.kept,
      warningId,
      pack: pack.key,
      decidedBy: decidedBy.id,
      decidedAt: noticeAt,
      startsAt,
      endsAt,
      reviewOn,
      lapsesOn,
      noticeId,
    })
    .returning()
  if (!written) throw new Error('a demonstration restriction was not written')
  await tx.insert(signInCodes).values({
    customerId: customer.id,
    by: 'letter',
    hash: hashCode(secret, customer.id, code),
    expiresAt: endOfDay(codeUntilOn),
  })
  await writeAudit(tx, {
    at: noticeAt,
    actor: `colleague:${decidedBy.id}`,
    action: 'restriction decided',
    aboutId: id,
  })
  return written
}

/** An appeal that was lodged three days ago, through the same door as a real one, and awaits a decision. */
export async function appeal(
  stage: Stage,
  { account, wish, question }: NonNullable<DemonstrationCase['appeal']>,
  restriction: RestrictionRow,
) {
  const { tx, policy, customer, now } = stage
  const { appealGrounds } = policy
  const grounds = appealGrounds === 'any' ? [] : appealGrounds.map(({ code }) => code)
  const ground = grounds.find((each) => each.includes('service')) ?? grounds[0] ?? 'other'
  const lodged = await lodgeAppeal(tx, {
    subject: { kind: 'restriction', id: restriction.id },
    customerId: customer.id,
    words: { ground, account, wish, representative: '', lateReason: null },
    now: instantAt(addDays(dayOf(now), -3), '14:05'),
    policy,
    writeReceipt: ({ appeal }) =>
      writeAppealReceipt({
        ...headOf(stage),
        appeal,
        about: { kind: 'restriction', reference: restriction.reference },
        hearer: hearerOf(policy, []),
      }),
  })
  if ('no' in lodged) throw new Error(`the demonstration appeal was refused: ${lodged.no}`)
  await ask(stage, lodged.appeal, question)
}

/** What its reviewer asked yesterday: somebody of the role that hears it, who took no earlier part (I8). */
async function ask(stage: Stage, { id: appealId }: Appeal, text: string) {
  const { tx, policy, now } = stage
  const reviewer = colleagueAs(stage, policy.appealHearerRole.value)
  const asked = await askQuestion(tx, {
    appealId,
    colleague: reviewer,
    id: randomUUID(),
    text,
    now: instantAt(addDays(dayOf(now), -1), '11:20'),
    policy,
    writeQuestion: ({ appeal }) =>
      writeAppealQuestion({
        ...headOf(stage),
        appeal,
        question: text,
        askedBy: reviewer,
        answerByOn: null,
      }),
  })
  if ('no' in asked) throw new Error('the demonstration question was refused')
}

/** A contact that waits for a person to read it. It is decided by the rules, as it would have been on the day. */
type Holding = NonNullable<DemonstrationCase['held']>[number] & { from: string }

export async function hold(stage: Stage, held: Holding, restriction: RestrictionRow) {
  const { tx, policy, customer, now } = stage
  const { subject, body, channel, minutesAgo, doubt } = held
  const receivedAt = new Date(now.getTime() - minutesAgo * 60_000)
  const asked = {
    channel,
    sender: 'known',
    lane: 'ordinary',
    text: `${subject}\n${body}`,
    bringsEvidence: false,
    desk: 'contact',
  } as const
  const decision = decide(asked, [restriction], new Map(), receivedAt)
  if (decision.outcome !== 'hold') throw new Error('the demonstration contact would not have been held')
  const calendar = await readCalendar(tx, policy.landlord.nation)
  const readBy = readDueAt(receivedAt, 1, calendar)
  const address = held.from
  const messageId = `<${randomUUID()}@demo.example>`
  const contact = await recordContact(
    tx,
    {
      key: `demonstration:${messageId}`,
      channel,
      customerId: customer.id,
      fromAddress: address,
      sender: 'known',
      subject,
      body,
      messageId,
      receivedAt,
      doubt,
      ...decision,
      state: 'held',
      readDueAt: readBy,
    },
    Buffer.from(
      [
        `From: ${customer.name} <${address}>`,
        `To: ${policy.landlord.desks.contact?.address}`,
        `Subject: ${subject}`,
        `Date: ${receivedAt.toUTCString().replace('GMT', '+0000')}`,
        `Message-ID: ${messageId}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        body,
      ].join('\r\n'),
    ),
  )
  if (!contact) throw new Error('a demonstration contact was not written')
  const words = writeHeldNotice({
    ...headOf(stage),
    contact,
    decision,
    readDueAt: readBy,
    raiseCode: raiseCodeOf(stage.secret, contact.id),
    by: 'email',
    restrictions: [restriction],
  })
  await storeNotice(tx, {
    customerId: customer.id,
    kind: 'held-contact',
    aboutId: contact.id,
    by: 'email',
    language: customer.language,
    printPoints: customer.printPoints,
    ...words,
    pack: policy.pack.key,
    writtenAt: receivedAt,
    inReplyTo: messageId,
  })
}
