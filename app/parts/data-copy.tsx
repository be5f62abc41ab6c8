import { sayMeasure } from '../../words/explain.ts'
import { sayDay, sayInstant, sayLastDay } from '../../words/speak.ts'
import type { DataCopyValue } from '../doors/data-copy.server.ts'
import { DataWords } from './data-words.tsx'
import { Evidence } from './evidence.tsx'
import { Row, Rows } from './rows.tsx'
import { Quote, Section } from './section.tsx'
import { useSpeak, useVisit } from './visit.tsx'

type Copy = { copy: DataCopyValue }

/** Everything that is kept about a customer, to read. */
export function DataCopy({ copy }: Copy) {
  return (
    <>
      <You copy={copy} />
      <Decisions copy={copy} />
      <DataWords copy={copy} />
      <Seen copy={copy} />
    </>
  )
}

function You({ copy: { you } }: Copy) {
  const t = useSpeak()
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.data.you')}</h2>
      <Rows>
        <Row label={t('page.data.name')}>
          <bdi>{you.name}</bdi>
        </Row>
        <Row label={t('page.sign-in-letter.reference')}>
          <bdi>{you.reference}</bdi>
        </Row>
        <Row label={t('page.data.reach')}>
          {you.reachedBy.map(({ value }) => (
            <div key={value}>
              <bdi dir="ltr">{value}</bdi>
            </div>
          ))}
        </Row>
        <Row label={t('page.data.address')}>
          <bdi>{you.address.join(', ')}</bdi>
        </Row>
      </Rows>
    </>
  )
}

function Decisions({ copy: { restrictions, warnings, markers } }: Copy) {
  const t = useSpeak()
  const { language } = useVisit()
  return (
    <>
      <Section heading={t('page.restrictions.heading')} count={restrictions.length}>
        {restrictions.map((each) => (
          <article key={each.reference}>
            <h3 className="govuk-heading-s">
              {t('page.account.line', {
                reference: each.reference,
                day: sayLastDay(language, each.liftedAt ?? each.endsAt),
              })}
            </h3>
            <p className="govuk-body">
              {each.measures.map((measure) => sayMeasure(language, measure).text).join(' ')}
            </p>
            <Quote>{each.reason}</Quote>
            <Evidence evidence={each.evidence} />
            <ByRole label={t('page.restrictions.who')} role={each.decidedBy} />
          </article>
        ))}
      </Section>
      <Section heading={t('page.restrictions.warnings')} count={warnings.length}>
        {warnings.map((each) => (
          <article key={String(each.givenAt)}>
            <h3 className="govuk-heading-s">
              {t('page.restrictions.warning-on', { day: sayDay(language, each.givenAt) })}
            </h3>
            <Quote>{each.conduct}</Quote>
            <Evidence evidence={each.evidence} />
            <Quote>{t('notice.warning.proposed', { proposed: each.proposed })}</Quote>
            <ByRole label={t('page.restrictions.warning-who')} role={each.givenBy} />
          </article>
        ))}
      </Section>
      <Section heading={t('page.data.markers')} count={markers.length}>
        {markers.map((each) => (
          <article key={String(each.placedAt)}>
            <h3 className="govuk-heading-s">{sayDay(language, each.placedAt)}</h3>
            <Quote>{each.precaution}</Quote>
            <p className="govuk-body">
              {!each.removedAt && t('page.data.marker-until', { day: sayDay(language, each.reviewOn) })}{' '}
              {t('page.data.marker-why')}
            </p>
          </article>
        ))}
      </Section>
    </>
  )
}

function ByRole({ label, role }: { label: string; role: DataCopyValue['warnings'][number]['givenBy'] }) {
  const t = useSpeak()
  return role && <p className="govuk-body">{t('notice.labelled', { label, text: t(`role.${role}`) })}</p>
}

/** The words of the audit are English; who is a role, never a name. */
function Seen({ copy: { seen } }: Copy) {
  const t = useSpeak()
  const { language } = useVisit()
  return (
    <Section heading={t('page.data.seen')} count={seen.length}>
      <p className="govuk-body">{t('page.data.seen-what')}</p>
      <ul className="cw-messages">
        {seen.map(({ at, who, action }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of the audit may be alike and never change
          <li key={index}>
            <span>
              <span lang="en" dir="ltr">
                {action}
              </span>
              , {who === 'you' || who === 'computer' ? t(`page.data.by-${who}`) : who && t(`role.${who}`)}
            </span>
            <span>{sayInstant(language, at)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
