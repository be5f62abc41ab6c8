import { randomUUID } from 'node:crypto'
import { messagesOf } from '../../db/appeal-messages.ts'
import { partsIn } from '../../db/appeal-parts.ts'
import { getSubject, subjectOf } from '../../db/appeal-subjects.ts'
import { allAppeals, contactsUnder, getAppeal, markOpened } from '../../db/appeals.ts'
import { auditAbout, writeAudit } from '../../db/audit.ts'
import { readCalendar } from '../../db/bank-holidays.ts'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { getCustomer } from '../../db/customers.ts'
import { getRestriction } from '../../db/restrictions.ts'
import { uploadsAbout } from '../../db/uploads.ts'
import { groundOf } from '../../rules/may-appeal.ts'
import { appealDaysLeft, hearerOf, mayHear } from '../../rules/may-hear.ts'
import { dialogueOf, fileOfAppeal } from './appeal.server.ts'
import { type Asked, idOf, notThere, requireColleague } from './console.server.ts'
import { sayActor } from './console-contact.server.ts'

/** Every appeal: those that wait first, by the day they are due. */
export async function appealList(asked: Asked) {
  await requireColleague(asked, 'read-customers')
  const { policy, ledger, clock } = asked.context.house
  const [rows, calendar] = await Promise.all([
    allAppeals(ledger.db),
    readCalendar(ledger.db, policy.landlord.nation),
  ])
  const now = clock.now()
  const told = rows.map(async ({ appeal, customer }) => ({
    customer,
    ...{ id: appeal.id, reference: appeal.reference, dueOn: appeal.dueOn, ruling: appeal.ruling },
    ...{ kind: subjectOf(appeal).kind, isLate: appeal.lateReason !== null, lodgedAt: appeal.lodgedAt },
    decidedAt: appeal.decidedAt,
    daysLeft: appealDaysLeft(appeal.dueOn, now, calendar),
    last: (await messagesOf(ledger.db, appeal.id)).at(-1) ?? null,
  }))
  const all = await Promise.all(told)
  return {
    waiting: all.filter(({ ruling }) => ruling === null),
    decided: all.filter(({ ruling }) => ruling !== null),
  }
}

/** One appeal with everything that a ruling rests on, and whether this colleague may hear it (I8). Looking is audited (I12). */
export async function appealPage(asked: Asked) {
  const colleague = await requireColleague(asked, 'read-customers')
  const { house } = asked.context
  const { db } = house.ledger
  const { policy } = house
  const now = house.clock.now()
  const appeal = await getAppeal(db, idOf(asked.params))
  const subject = appeal && (await getSubject(db, subjectOf(appeal)))
  const customer = appeal && (await getCustomer(db, appeal.customerId))
  if (!appeal || !subject || !customer) throw notThere()
  const parts = await partsIn(db, subject)
  const mayDecide = mayHear(colleague, parts, policy)
  if ('yes' in mayDecide && !appeal.ruling) {
    await markOpened(db, { appealId: appeal.id, colleagueId: colleague.id, now })
  } else {
    const actor = `colleague:${colleague.id}`
    await writeAudit(db, { at: now, actor, action: 'appeal viewed', aboutId: appeal.id })
  }
  const trail = await auditAbout(db, appeal.id)
  const people = await namesOfColleagues(db, [
    ...trail.flatMap(({ actor }) => (actor.startsWith('colleague:') ? [actor.slice(10)] : [])),
    ...parts.map((each) => each.colleague.id),
    ...(appeal.decidedBy ? [appeal.decidedBy] : []),
  ])
  const restriction = subject.kind === 'restriction' ? await getRestriction(db, subject.id) : null
  return {
    now,
    done: new URL(asked.request.url).searchParams.get('done'),
    appeal,
    subject: { kind: subject.kind, reference: subject.reference, startsAt: subject.startsAt },
    restriction: restriction && { reason: restriction.reason, measures: restriction.measures.length },
    customer,
    mayDecide,
    hearer: hearerOf(policy, parts),
    ground: groundOf(appeal.ground, policy),
    isFinal: policy.pack.appeal.final !== 'silent' && policy.pack.appeal.final.says,
    daysLeft: appealDaysLeft(appeal.dueOn, now, await readCalendar(db, policy.landlord.nation)),
    decidedBy: appeal.decidedBy ? (people.get(appeal.decidedBy) ?? null) : null,
    parts: parts.map(({ colleague: { id, role }, part }) => ({
      name: people.get(id)?.name ?? '',
      role,
      part,
    })),
    dialogue: await dialogueOf(db, appeal.id),
    files: await uploadsAbout(db, appeal.id),
    contacts: await contactsUnder(db, appeal),
    trail: trail.map(({ id, at, actor, action }) => ({ id, at, action, who: sayActor(actor, people) })),
    document: policy.pack.document.title,
    key: randomUUID(),
  }
}

/** A file that the customer sent, only ever to keep. */
export async function appealFileToKeep(asked: Asked): Promise<Response> {
  const colleague = await requireColleague(asked, 'read-customers')
  const { ledger, clock } = asked.context.house
  const appealId = idOf(asked.params)
  const answer = await fileOfAppeal(ledger.db, appealId, asked.params.file)
  await writeAudit(ledger.db, {
    at: clock.now(),
    actor: `colleague:${colleague.id}`,
    action: 'appeal file downloaded',
    aboutId: appealId,
    detail: { file: asked.params.file ?? '' },
  })
  return answer
}
