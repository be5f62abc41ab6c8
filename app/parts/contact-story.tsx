import type { useLoaderData } from '@remix-run/react'
import { sayInstant } from '../../words/speak.ts'
import type { loadYourContact } from '../doors/your-contacts.server.ts'
import { Row, Rows } from './rows.tsx'
import { Bdi, useSpeak, useVisit } from './visit.tsx'

export type OwnContact = ReturnType<typeof useLoaderData<typeof loadYourContact>>

/** What the customer wrote, as it is kept. */
export function ContactWords({ contact }: { contact: OwnContact }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { channel, receivedAt, subject, body, fileNames, isErased } = contact
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.appeal.your-words')}</h2>
      {isErased && <p className="govuk-body">{t('page.your-contacts.erased-what')}</p>}
      <Rows>
        <Row label={t('measure.about.when')}>
          {sayInstant(language, receivedAt, now)}, {t(`channel.by.${channel}`)}
        </Row>
        {subject && (
          <Row label={t('page.contact.subject')}>
            <Bdi>{subject}</Bdi>
          </Row>
        )}
        {body && (
          <Row label={t('page.contact.message')}>
            <p className="cw-quote" dir="auto">
              {body}
            </p>
          </Row>
        )}
        {fileNames.length > 0 && (
          <Row label={t('page.your-contacts.files')}>
            <ul className="govuk-list">
              {fileNames.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and never change
                <li key={at}>
                  <Bdi>{name}</Bdi>
                </li>
              ))}
            </ul>
          </Row>
        )}
      </Rows>
    </>
  )
}

/** What happened to it and when, in its order. */
export function Story({ contact: { story, to, became } }: { contact: OwnContact }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.restrictions.what-happened')}</h2>
      <ol className="cw-story">
        {story.map(({ at, what }) => (
          <li key={what}>
            <span className="cw-source">{sayInstant(language, at, now)}</span>
            <span>{t(`page.your-contacts.story.${what}`)}</span>
          </li>
        ))}
      </ol>
      {to && became !== 'held' && <p className="govuk-body">{t('page.your-contacts.to', { name: to })}</p>}
    </>
  )
}
