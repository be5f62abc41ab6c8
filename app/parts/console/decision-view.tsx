import type { Window } from '../../../rules/restriction.ts'
import type { Contact } from './contact-view.tsx'
import { Facts, Fold, Words } from './pieces.tsx'
import { sayChannel, sayLane, sayNextOpening, sayReason } from './say-reason.ts'
import { sayDay, sayInstant, sayShort } from './say-time.ts'

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
const list = new Intl.ListFormat('en-GB')

function sayWindow({ days, from, to }: Window): string {
  return `${list.format(days.map((day) => weekdays[day - 1] ?? ''))} ${from} to ${to}`
}

/** Ways that are open in the same way are said together: 'Email, Phone and Letter: now'. */
function waysByWhen(routes: Contact['decision']['openRoutes']): Map<string, string[]> {
  const ways = new Map<string, string[]>()
  for (const { channel, opensAt, windows } of routes) {
    const hours = windows.length > 0 ? ` (${windows.map(sayWindow).join('; ')})` : ''
    const when = `${opensAt ? `from ${sayShort(opensAt)}` : 'now'}${hours}`
    ways.set(when, [...(ways.get(when) ?? []), sayChannel(channel)])
  }
  return ways
}

/** Why it was decided so: every breach with its clause and facts, what it was about, the counts, and what is open. */
export function DecisionView({ contact: found }: { contact: Contact }) {
  const { contact, decision, restrictions, usage, deskName, named, customer } = found
  const referenceOf = (id: string | undefined) => restrictions.find((each) => each.id === id)?.reference
  return (
    <section aria-labelledby="decision-heading">
      <h2 id="decision-heading" className="govuk-heading-m">
        {contact.state === 'held'
          ? 'Why it is held'
          : decision.outcome === 'hold'
            ? 'Why it was held'
            : 'Why it passed'}
      </h2>
      <ul className="cc-reasons">
        {decision.reasons.map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons never change and may repeat
          <li key={at}>
            <strong>
              <bdi>{sayReason(reason)}</bdi>
            </strong>
            {reason.clause && <span className="cc-small">Rests on: {reason.clause}</span>}
            {referenceOf(reason.restrictionId) && (
              <span className="cc-small">
                <a
                  href={`/console/customers/${customer?.id}#${referenceOf(reason.restrictionId)}`}
                  className="govuk-link"
                >
                  Restriction {referenceOf(reason.restrictionId)}
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Facts
        rows={[
          ['What it is about', sayLane(decision.lane)],
          [
            'Words that decided that',
            contact.why.length > 0 ? (
              <bdi>{contact.why.map((word) => `“${word}”`).join(', ')}</bdi>
            ) : (
              (contact.erasedAt && 'Erased with the message') ||
              'None: nothing in it sounded urgent or protected'
            ),
          ],
          [
            'How near it came to passing',
            decision.outcome === 'hold' && `${Math.round(contact.doubt * 100)} of 100`,
          ],
          ['Uses up a contact', decision.counted ? 'Yes' : 'No'],
          ...usage.map((limit): [string, string] => [
            `Used of ${limit.allowed} a ${limit.per}`,
            `${limit.used ?? 'not counted'} (${sayDay(limit.from)} to ${sayDay(new Date(limit.to.getTime() - 1))})`,
          ]),
          ['Can write again', sayNextOpening(decision.nextAllowedAt)],
          [
            'Ways that are open',
            <ul className="govuk-list cc-tight" key="ways">
              {[...waysByWhen(decision.openRoutes)].map(([when, ways]) => (
                <li key={when}>
                  {list.format(ways)}: {when}
                </li>
              ))}
            </ul>,
          ],
          ['Desk', named ? `${deskName}, to ${named}` : deskName],
        ]}
      />
    </section>
  )
}

/** Exactly what the customer was told, in the language in which they were told it. */
export function Told({ notices }: { notices: Contact['notices'] }) {
  return (
    <section aria-labelledby="told-heading">
      <h2 id="told-heading" className="govuk-heading-m">
        What the customer was told
      </h2>
      {notices.length === 0 && <p className="govuk-body">Nothing was sent about this contact.</p>}
      {notices.map((notice) => (
        <NoticeFold key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

/** A notice as it was sent. The words are the customer's: nothing here says them again in other words. */
export function NoticeFold({ notice }: { notice: Contact['notices'][number] }) {
  return (
    <Fold
      summary={
        <>
          <bdi lang={notice.language}>{notice.subject}</bdi> ·{' '}
          {notice.by === 'email' ? 'by email' : 'by letter'},{' '}
          {notice.sentAt
            ? `sent ${sayShort(notice.sentAt)}`
            : `written ${sayShort(notice.writtenAt)}, not sent yet`}
        </>
      }
    >
      <div lang={notice.language}>
        <Words label="Notice as sent">{notice.body}</Words>
      </div>
    </Fold>
  )
}

/** Who did and saw what with this contact. */
export function Trail({ trail }: { trail: Contact['trail'] }) {
  return (
    <Fold summary={`Who did and saw what (${trail.length})`}>
      <ul className="govuk-list cc-tight">
        {trail.map(({ id, at, who, action }) => (
          <li key={id}>
            {sayInstant(at)}: {action}, <bdi>{who}</bdi>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
