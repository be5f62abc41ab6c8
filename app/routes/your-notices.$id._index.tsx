import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadNotice } from '../doors/notices.server.ts'
import { LetterText } from '../parts/letter-text.tsx'
import { Page } from '../parts/page.tsx'
import { sizes } from '../look.ts'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadNotice as loader } from '../doors/notices.server.ts'

const points = { standard: 12, large: 18, giant: 24 } as const

export default function YourNotice() {
  const t = useSpeak()
  const { language: own } = useVisit()
  const { id, subject, language, direction, by, writtenAt, isCodeHidden, blocks } =
    useLoaderData<typeof loadNotice>()
  const pdf = `/your-notices/${id}/letter.pdf`
  return (
    <Page heading={subject} isHeadingShown={false} back="/your-notices">
      <p className="govuk-body cw-source">
        {sayDay(own, writtenAt)}, {t(`channel.by.${by}`)}
      </p>
      <article lang={language} dir={direction} className="cw-letter">
        <h1 className="govuk-heading-xl cw-heading">{subject}</h1>
        <LetterText blocks={blocks} />
      </article>
      {isCodeHidden && <p className="govuk-inset-text">{t('page.notices.code')}</p>}
      <div className="cw-to-print">
        <p className="govuk-body">
          <a className="govuk-link" href={pdf}>
            {t('page.notices.open')}
          </a>
        </p>
        <p className="govuk-body">{t('page.notices.sizes')}</p>
        <ul className="govuk-list govuk-list--bullet">
          {sizes.map((size) => (
            <li key={size}>
              <a className="govuk-link" href={`${pdf}?points=${points[size]}`}>
                {t(`page.size.${size}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
