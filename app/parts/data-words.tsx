import { sayDay, sayInstant } from '../../words/speak.ts'
import type { DataCopyValue } from '../doors/data-copy.server.ts'
import { Quote, Section } from './section.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** Everything that was written, in either direction. */
export function DataWords({ copy: { contacts, notices, appeals, requests } }: { copy: DataCopyValue }) {
  const t = useSpeak()
  const { language } = useVisit()
  return (
    <>
      <Section heading={t('page.nav.contacts')} count={contacts.length}>
        {contacts.map((each) => (
          <article key={`${each.channel} ${String(each.receivedAt)}`}>
            <h3 className="govuk-heading-s">
              {sayInstant(language, each.receivedAt)}, {t(`channel.by.${each.channel}`)}
            </h3>
            {each.erasedAt ? (
              <p className="govuk-body">{t('page.data.erased')}</p>
            ) : (
              <>
                {each.subject && <Quote>{each.subject}</Quote>}
                {each.words && <Quote>{each.words}</Quote>}
              </>
            )}
            {each.noticed.length > 0 && (
              <p className="govuk-body">{t('page.data.words', { words: each.noticed.join(', ') })}</p>
            )}
          </article>
        ))}
      </Section>
      <Section heading={t('page.nav.notices')} count={notices.length}>
        {notices.map((each) => (
          <article key={`${each.kind} ${String(each.writtenAt)}`} lang={each.language}>
            <h3 className="govuk-heading-s" dir="auto">
              {each.subject}
            </h3>
            <Quote>{each.body}</Quote>
          </article>
        ))}
      </Section>
      <Section heading={t('page.data.appeals')} count={appeals.length}>
        {appeals.map((each) => (
          <article key={each.reference}>
            <h3 className="govuk-heading-s">
              <bdi>{each.reference}</bdi>, {sayDay(language, each.lodgedAt)}
            </h3>
            <Quote>{each.account}</Quote>
            {each.wish && <Quote>{each.wish}</Quote>}
            {each.messages.map(({ words, writtenAt }) => (
              <Quote key={String(writtenAt)}>{words}</Quote>
            ))}
            {each.reasons && <Quote>{each.reasons}</Quote>}
          </article>
        ))}
      </Section>
      <Section heading={t('page.account.asked')} count={requests.length}>
        {requests.map((each) => (
          <article key={each.reference}>
            <h3 className="govuk-heading-s">
              {t(`page.kind.${each.kind}`)}, <bdi>{each.reference}</bdi>, {sayDay(language, each.lodgedAt)}
            </h3>
            {each.account && <Quote>{each.account}</Quote>}
            {each.answer && <Quote>{each.answer}</Quote>}
          </article>
        ))}
      </Section>
    </>
  )
}
