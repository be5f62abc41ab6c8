import { useLoaderData } from '@remix-run/react'
import { languages, sayDay } from '../../words/speak.ts'
import type { loadWriting } from '../doors/writing.server.ts'
import { useChoice } from '../parts/ask/question.tsx'
import { Page } from '../parts/page.tsx'
import { Row, Rows } from '../parts/rows.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'
import { Sample } from '../parts/writing-questions.tsx'
import type { Format, WritingPart } from '../parts/writing-choices.ts'

export { loadWriting as loader } from '../doors/writing.server.ts'

export default function Writing() {
  const t = useSpeak()
  const sayChoice = useChoice()
  const { writing, isSaved, hasAsked } = useLoaderData<typeof loadWriting>()
  const language = languages.find(({ code }) => code === writing.language)
  return (
    <Page heading={t('page.writing.heading')} back="/your-account">
      {isSaved && (
        <div className="cw-answer cw-answer--good" role="status">
          <p className="govuk-body">{t('page.writing.saved')}</p>
          {hasAsked && <p className="govuk-body">{t('page.writing.asked')}</p>}
        </div>
      )}
      <p className="govuk-body-l">{t('page.writing.lead')}</p>
      <Rows>
        <Row label={t('page.language')} action={<Change part="language" what={t('page.language')} />}>
          <span lang={writing.language} dir={language?.dir}>
            {language?.name ?? writing.language}
          </span>
        </Row>
        <Row label={t('page.size.label')} action={<Change part="size" what={t('page.size.label')} />}>
          {t('page.writing.points', { points: writing.printPoints })}
          <Sample points={writing.printPoints} />
        </Row>
        <Row label={t('page.writing.by')} action={<Change part="by" what={t('page.writing.by')} />}>
          {sayChoice({ value: '', label: `channel.by.${writing.noticesBy}` })}
        </Row>
        <Row
          label={t('page.access.formats')}
          action={<Change part="formats" what={t('page.access.formats')} />}
        >
          {writing.formats.length === 0
            ? t('page.ask.none')
            : writing.formats.map((format) => (
                <div key={format}>{t(`page.writing.format.${format as Format}`)}</div>
              ))}
        </Row>
      </Rows>
      <InTheMaking />
    </Page>
  )
}

function Change({ part, what }: { part: WritingPart; what: string }) {
  const t = useSpeak()
  return (
    <a className="govuk-link" href={`/your-account/writing/${part}`}>
      {t('page.change')}
      <span className="govuk-visually-hidden">: {what}</span>
    </a>
  )
}

/** What a person makes, and by when. */
function InTheMaking() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { asked } = useLoaderData<typeof loadWriting>()
  if (asked.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.account.asked')}</h2>
      <ul className="cw-messages">
        {asked.map(({ id, reference, dueOn, detail }) => (
          <li key={id}>
            <a className="govuk-link" href={`/ask-us/${id}`}>
              <span>
                {t(`page.writing.format.${detail.format as Format}`)}, <bdi>{reference}</bdi>
              </span>
            </a>
            <span>{t('page.appeal.lodged-due', { day: sayDay(language, dueOn, now) })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
