import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../../words/speak.ts'
import type { loadRequest } from '../../doors/request.server.ts'
import { useSpeak, useVisit } from '../visit.tsx'
import { forms } from './forms.ts'
import { useChoice } from './question.tsx'

/** What somebody said yes to, each with a way to stop it that is as easy as the yes was (UK GDPR, Article 7(3)). */
export function Consent() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const sayChoice = useChoice()
  const { id, kind, parts, detail, consentAt, endedAt } = useLoaderData<typeof loadRequest>()
  const step = (kind === 'support' ? forms.support : forms.representative).steps.at(-1)
  const sayPart = (code: string) => {
    const choice = step?.choices?.(detail).find(({ value }) => value === code)
    return choice ? sayChoice(choice) : code
  }
  if (!step) return null
  return (
    <form method="post" action={`/ask-us/${id}`}>
      <h2 className="govuk-heading-m">{t(step.question)}</h2>
      <ul className="cw-messages">
        {parts.map(({ code, endedAt: stoppedAt }) => (
          <li key={code}>
            <span>
              <strong>{sayPart(code)}</strong>
              <br />
              {stoppedAt
                ? t('page.request.stopped', { day: sayDay(language, new Date(stoppedAt), now) })
                : consentAt && t('page.request.agreed', { day: sayDay(language, consentAt, now) })}
            </span>
            {!stoppedAt && (
              <button type="submit" name="part" value={code} className="cw-link-button">
                {t('page.request.stop')}
                <span className="govuk-visually-hidden">: {sayPart(code)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {!endedAt && (
        <>
          <p className="govuk-body">{t('page.request.stop-what')}</p>
          <button type="submit" name="part" value="all" className="govuk-button govuk-button--secondary">
            {t('page.request.stop-all')}
          </button>
        </>
      )}
    </form>
  )
}
