import type { appealPage } from '../../doors/console-appeals.server.ts'
import { Facts, Fold, Outside, saySize, Words } from './pieces.tsx'
import { sayKind, sayPart } from './say-appeal.ts'
import { sayChannel, sayRole } from './say-reason.ts'
import { sayDay, sayShort } from './say-time.ts'

export type FoundAppeal = Awaited<ReturnType<typeof appealPage>>

function Files({ id, files }: { id: string; files: FoundAppeal['files'] }) {
  if (files.length === 0) return null
  return (
    <ul className="govuk-list cc-tight">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/console/appeals/${id}/files/${file.id}`} className="govuk-link" download>
            <Outside>{file.name}</Outside>
          </a>{' '}
          <span className="cc-small">
            {saySize(file.size)}, {file.type}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The appeal in the customer's words, with its files. What came late is said first. */
export function WhatTheySay({ found: { appeal, files, ground, document } }: { found: FoundAppeal }) {
  return (
    <section aria-labelledby="words-heading">
      <h2 id="words-heading" className="govuk-heading-m">
        What the customer says
      </h2>
      {appeal.lateReason && (
        <div className="cc-card cc-card--waiting">
          <h3 className="govuk-heading-s">It came after the time to appeal. You decide what that means.</h3>
          <Words label="Why it came late">{appeal.lateReason}</Words>
        </div>
      )}
      {ground.clause && (
        <p className="govuk-body">
          Ground: {appeal.ground.replaceAll('-', ' ')}.{' '}
          {ground.readBy === 'person' &&
            `It is not one of those in ${document}, ${ground.clause}. It is looked at all the same.`}
        </p>
      )}
      <Words label="Their account">{appeal.account}</Words>
      {appeal.wish && (
        <>
          <h3 className="govuk-heading-s">What they would like</h3>
          <Words label="What they would like">{appeal.wish}</Words>
        </>
      )}
      {appeal.representative && (
        <>
          <h3 className="govuk-heading-s">Somebody writes for them</h3>
          <Words label="Who writes for them">{appeal.representative}</Words>
        </>
      )}
      <Files id={appeal.id} files={files} />
    </section>
  )
}

/** What was asked and answered since, and what came under the reference in other ways. */
export function Dialogue({ found: { appeal, dialogue, contacts } }: { found: FoundAppeal }) {
  if (dialogue.length === 0 && contacts.length === 0) return null
  return (
    <section aria-labelledby="dialogue-heading">
      <h2 id="dialogue-heading" className="govuk-heading-m">
        Questions and additions
      </h2>
      {dialogue.map(({ id, isOurs, text, writtenAt, files }) => (
        <div key={id} className="cc-card">
          <p className="cc-small">
            {isOurs ? 'We asked' : 'The customer wrote'}, {sayShort(writtenAt)}
          </p>
          <Words>{text}</Words>
          <Files id={appeal.id} files={files} />
        </div>
      ))}
      {contacts.length > 0 && (
        <Fold summary={`Messages under ${appeal.reference} (${contacts.length})`}>
          <ul className="govuk-list">
            {contacts.map(({ id, channel, receivedAt }) => (
              <li key={id}>
                <a href={`/console/contacts/${id}`} className="govuk-link">
                  {sayChannel(channel)}, {sayShort(receivedAt)}
                </a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

/** What is appealed, who took a part in it, and who hears it. */
export function AppealCase({ found }: { found: FoundAppeal }) {
  const { subject, restriction, parts, hearer, customer } = found
  const name = subject.reference ?? `${sayKind(subject.kind)} of ${sayDay(subject.startsAt)}`
  return (
    <section aria-labelledby="case-heading">
      <h2 id="case-heading" className="govuk-heading-m">
        What is appealed
      </h2>
      <Facts
        rows={[
          [
            'Against',
            <a key="against" href={`/console/customers/${customer.id}`} className="govuk-link">
              {name}
            </a>,
          ],
          ['Its reason', restriction && <bdi key="reason">{restriction.reason}</bdi>],
          [
            'Took a part',
            parts.length > 0 && (
              <ul key="parts" className="govuk-list cc-tight">
                {parts.map((each) => (
                  <li key={`${each.name} ${each.part}`}>
                    <bdi>{each.name}</bdi>, {sayRole(each.role).toLowerCase()}: {sayPart(each.part)}
                  </li>
                ))}
              </ul>
            ),
          ],
          [
            'Hears it',
            `${sayRole(hearer.role)}${hearer.title ? ` (${hearer.title})` : ''}, with no earlier part`,
          ],
        ]}
      />
    </section>
  )
}
