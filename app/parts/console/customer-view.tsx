import { NextClock } from './clocks.tsx'
import { NoticeFold } from './decision-view.tsx'
import { Facts, Fold, Outside, sayLanguage, Words } from './pieces.tsx'
import { StateTag } from './contact-view.tsx'
import { type CustomerCase, Evidence } from './restriction-card.tsx'
import { sayKind, sayRuling } from './say-appeal.ts'
import { sayChannel, sayReason, sayRole } from './say-reason.ts'
import { sayFormat } from './say-request.ts'
import { sayDay, sayInstant, sayShort } from './say-time.ts'

/** Who this is and how we write to them. */
export function Person({ found: { customer, identifiers, raised } }: { found: CustomerCase }) {
  return (
    <section aria-labelledby="person-heading">
      <h2 id="person-heading" className="govuk-heading-m">
        How to write to them
      </h2>
      <Facts
        rows={[
          ['Language', sayLanguage(customer.language)],
          ['Letter size', `${customer.printPoints} point`],
          ['Also needs', customer.formats.map(sayFormat).join(', ')],
          ['Notices go', customer.noticesBy === 'email' ? 'By email' : 'By letter'],
          [
            'Reaches us from',
            identifiers.length > 0 && <bdi>{identifiers.map(({ value }) => value).join(', ')}</bdi>,
          ],
          [
            'Said “this cannot wait”',
            raised.raised > 0 &&
              `${raised.raised} of ${raised.held} held ${raised.held === 1 ? 'contact' : 'contacts'}. The lane never closes`,
          ],
          ['Address', customer.address.length > 0 && <bdi>{customer.address.join(', ')}</bdi>],
        ]}
      />
    </section>
  )
}

/** An appeal that waits is said loudly: somebody who took no earlier part is to look at it (I8). */
export function Appeals({ found: { appeals, restrictions, now } }: { found: CustomerCase }) {
  if (appeals.length === 0) return null
  return (
    <section aria-labelledby="appeals-heading">
      <h2 id="appeals-heading" className="govuk-heading-m">
        Appeals
      </h2>
      {appeals.map((appeal) => (
        <div key={appeal.id} className={appeal.ruling ? 'cc-card' : 'cc-card cc-card--waiting'}>
          <h3 className="govuk-heading-s">
            <a href={`/console/appeals/${appeal.id}`} className="govuk-link">
              {appeal.reference}
            </a>
            , against{' '}
            {restrictions.find(({ id }) => id === appeal.restrictionId)?.reference ??
              sayKind(appeal.warningId ? 'warning' : 'marker')}
          </h3>
          <p className="govuk-body">
            Lodged {sayInstant(appeal.lodgedAt)}.{' '}
            {appeal.ruling ? (
              `${sayRuling(appeal.ruling)}.`
            ) : (
              <strong>
                Awaits a decision, due by {sayDay(appeal.dueOn)}
                {appeal.dueOn < now.toISOString().slice(0, 10) && ' – overdue'}.
              </strong>
            )}
          </p>
          <Fold summary="What the customer says">
            <Words>{appeal.account}</Words>
            {appeal.wish && <Words label="What they would like instead">{appeal.wish}</Words>}
          </Fold>
        </div>
      ))}
    </section>
  )
}

export function Warnings({ found: { warnings } }: { found: CustomerCase }) {
  if (warnings.length === 0) return null
  return (
    <section aria-labelledby="warnings-heading">
      <h2 id="warnings-heading" className="govuk-heading-m">
        Warnings
      </h2>
      {warnings.map(({ warning, givenBy }) => (
        <div key={warning.id} className="cc-card">
          <Facts
            rows={[
              [
                'Given',
                `${sayDay(warning.givenAt)} by ${givenBy.name}, ${sayRole(givenBy.role).toLowerCase()}`,
              ],
              ['Conduct', <bdi key="conduct">{warning.conduct}</bdi>],
              ['What may follow', <bdi key="proposed">{warning.proposed}</bdi>],
              ['Rests on', warning.clause],
              ['Evidence', <Evidence key="evidence" evidence={warning.evidence} />],
            ]}
          />
        </div>
      ))}
    </section>
  )
}

/** Every contact that is on record, newest first. */
export function Timeline({ found: { contacts, now } }: { found: CustomerCase }) {
  return (
    <section aria-labelledby="timeline-heading">
      <h2 id="timeline-heading" className="govuk-heading-m">
        Contacts
      </h2>
      {contacts.length === 0 && <p className="govuk-body">Nothing is on record.</p>}
      <ol className="cc-timeline">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span className="cc-small">
              {sayShort(contact.receivedAt)}, {sayChannel(contact.channel).toLowerCase()}
            </span>
            <span>
              <a href={`/console/contacts/${contact.id}`} className="govuk-link">
                <Outside>
                  {contact.erasedAt ? '(erased after delivery)' : contact.subject?.trim() || '(no subject)'}
                </Outside>
              </a>
              <span className="cc-small">
                <bdi>{contact.reasons.map(sayReason).join('. ')}</bdi>
                {contact.counted && '. Counted'}
              </span>
              <NextClock clocks={contact.clocks} now={now} />
            </span>
            <StateTag state={contact.state} isRaised={contact.raisedAt !== null} />
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Notices({ found: { notices } }: { found: CustomerCase }) {
  const isAboutContact = ({ kind }: CustomerCase['notices'][number]) =>
    kind === 'held-contact' || kind === 'released-contact'
  const others = notices.filter((notice) => !isAboutContact(notice))
  const aboutContacts = notices.filter(isAboutContact)
  return (
    <section aria-labelledby="notices-heading">
      <h2 id="notices-heading" className="govuk-heading-m">
        Notices as sent
      </h2>
      {notices.length === 0 && <p className="govuk-body">None.</p>}
      {others.some(({ kind }) => kind === 'restriction') && (
        <p className="govuk-body-s">The customer’s own code to sign in is hidden here.</p>
      )}
      {others.map((notice) => (
        <NoticeFold key={notice.id} notice={notice} />
      ))}
      {aboutContacts.length > 0 && (
        <Fold summary={`About held and released contacts (${aboutContacts.length})`}>
          {aboutContacts.map((notice) => (
            <NoticeFold key={notice.id} notice={notice} />
          ))}
        </Fold>
      )}
    </section>
  )
}
