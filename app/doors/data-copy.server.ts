import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeAudit } from '../../db/audit.ts'
import type { Customer } from '../../db/customers.ts'
import { type Everything, everythingAbout } from '../../db/data-copy.ts'
import type { House } from '../../house.ts'
import { dayOf } from '../../rules/london.ts'
import { hideCode } from './hide-code.server.ts'
import { requireCustomer } from './sign-in.server.ts'

type Role = Everything['colleagues'][number]['role']

/** Who did something, as far as another person may be told: what kind of work they do, never their name. */
export type Who = Role | 'you' | 'computer' | null

/** A copy of what is kept about a person is about that person: whoever else is in it becomes a role. */
function redactorOf(house: House, { colleagues }: Everything, customer: Customer) {
  const roles = new Map(colleagues.map(({ id, role }) => [id, role]))
  const named = house.policy.landlord.colleagues.flatMap(({ name, cover }) => [name, cover.name])
  const names = [
    ...colleagues.map(({ name, role }): [string, string] => [name, role]),
    ...named.map((name): [string, string] => [name, 'colleague']),
  ]
    .filter(([name]) => name.length > 2 && name !== customer.name)
    .sort(([a], [b]) => b.length - a.length)
  return {
    role: (id: string | null): Role | null => (id ? (roles.get(id) ?? null) : null),
    text: (text: string) => names.reduce((kept, [name, role]) => kept.replaceAll(name, `[${role}]`), text),
  }
}

/** The copy itself, for the page and for the file. Every text that a colleague wrote goes through `text`. */
async function copyFor(house: House, customer: Customer) {
  const all = await everythingAbout(house.ledger.db, customer.id)
  const { role, text } = redactorOf(house, all, customer)
  const filesOf = (id: string) => all.files.filter(({ aboutId }) => aboutId === id).map(({ name }) => name)
  const whoOf = (actor: string): Who => {
    const [kind, id = ''] = actor.split(':')
    return kind === 'customer' ? 'you' : kind === 'colleague' ? role(id) : 'computer'
  }
  const { reference, name, address, language, printPoints, noticesBy, formats } = customer
  const happened = (evidence: { on: string; what: string }[]) =>
    evidence.map(({ on, what }) => ({ on, what: text(what) }))
  return {
    madeOn: dayOf(house.clock.now()),
    landlord: house.policy.landlord.name,
    you: { reference, name, address, reachedBy: all.identifiers, language, printPoints, noticesBy, formats },
    restrictions: all.restrictions.map((each) => ({
      reference: each.reference,
      measures: each.measures.flatMap((measure) => (measure.code === 'named-colleague' ? [] : [measure])),
      hasNamedColleague: each.measures.some(({ code }) => code === 'named-colleague'),
      reason: text(each.reason),
      evidence: happened(each.evidence),
      withoutWarningBecause: each.warningException ? text(each.warningException.reason) : null,
      document: each.pack,
      decidedBy: role(each.decidedBy),
      decidedAt: each.decidedAt,
      startsAt: each.startsAt,
      endsAt: each.endsAt,
      reviewOn: each.reviewOn,
      lapsesOn: each.lapsesOn,
      liftedAt: each.liftedAt,
      liftedBy: role(each.liftedBy),
      liftReason: each.liftReason && text(each.liftReason),
    })),
    warnings: all.warnings.map((each) => ({
      conduct: text(each.conduct),
      evidence: happened(each.evidence),
      proposed: text(each.proposed),
      clause: each.clause,
      givenAt: each.givenAt,
      givenBy: role(each.givenBy),
    })),
    // Why a marker is there can put somebody at risk, so a person looks at it before it is shown: only that it is there.
    markers: all.markers.map((each) => ({
      precaution: text(each.precaution),
      hasNote: true,
      placedAt: each.placedAt,
      placedBy: role(each.placedBy),
      reviewOn: each.reviewOn,
      removedAt: each.removedAt,
      removedBy: role(each.removedBy),
    })),
    contacts: all.contacts.map((each) => ({
      channel: each.channel,
      from: each.fromAddress,
      subject: each.subject,
      words: each.body,
      files: each.fileNames,
      receivedAt: each.receivedAt,
      outcome: each.outcome,
      lane: each.lane,
      noticed: each.why,
      reasons: each.reasons.map(({ code, clause }) => ({ code, clause: clause ?? null })),
      counted: each.counted,
      desk: each.desk,
      state: each.state,
      readBy: role(each.settledBy),
      readAt: each.settledAt,
      deliveredAt: each.deliveredAt,
      erasedAt: each.erasedAt,
    })),
    notices: all.notices
      .filter(({ kind }) => kind !== 'sign-in-code')
      // With the code in a letter whoever is given the copy could sign in.
      .map(hideCode)
      .map(({ kind, by, language: said, subject, body, writtenAt, sentAt }) => ({
        ...{ kind, by, language: said, writtenAt, sentAt, subject: text(subject), body: text(body) },
      })),
    appeals: all.appeals.map((each) => ({
      reference: each.reference,
      ground: each.ground,
      account: each.account,
      wish: each.wish,
      lodgedAt: each.lodgedAt,
      dueOn: each.dueOn,
      ruling: each.ruling,
      reasons: each.reasons && text(each.reasons),
      decidedBy: role(each.decidedBy),
      decidedAt: each.decidedAt,
      files: filesOf(each.id),
      messages: all.appealMessages
        .filter(({ appealId }) => appealId === each.id)
        .map(({ askedBy, text: words, writtenAt }) => ({
          by: (askedBy ? role(askedBy) : 'you') as Who,
          words: askedBy ? text(words) : words,
          writtenAt,
        })),
    })),
    requests: all.requests.map((each) => ({
      reference: each.reference,
      kind: each.kind,
      account: each.account,
      detail: withoutPerson(each.detail),
      files: filesOf(each.id),
      lodgedAt: each.lodgedAt,
      dueOn: each.dueOn,
      consentAt: each.consentAt,
      endedAt: each.consentEndedAt,
      answer: each.answer && text(each.answer),
      answeredBy: role(each.answeredBy),
      answeredAt: each.answeredAt,
    })),
    seen: all.trail.map(({ at, actor, action }) => ({ at, who: whoOf(actor), action })),
  }
}

/** Somebody who speaks for a customer is another person: who they are to the customer stays. */
function withoutPerson(detail: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'name' && name !== 'reach'))
}

async function noteCopy({ context }: LoaderFunctionArgs, customer: Customer, action: string): Promise<void> {
  const { clock, ledger } = context.house
  await writeAudit(ledger.db, {
    at: clock.now(),
    actor: `customer:${customer.id}`,
    action,
    aboutId: customer.id,
  })
}

/** The copy as a page. */
export async function loadDataCopy(args: LoaderFunctionArgs) {
  const customer = await requireCustomer(args)
  await noteCopy(args, customer, 'data copy viewed')
  return await copyFor(args.context.house, customer)
}

/** The copy as a file to keep. */
export async function downloadDataCopy(args: LoaderFunctionArgs): Promise<Response> {
  const customer = await requireCustomer(args)
  await noteCopy(args, customer, 'data copy taken')
  const copy = await copyFor(args.context.house, customer)
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="my-information-${copy.madeOn}.json"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

export type DataCopyValue = Awaited<ReturnType<typeof copyFor>>
