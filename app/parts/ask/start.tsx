import type { ReactNode } from 'react'
import { sayDay } from '../../../words/speak.ts'
import { Page } from '../page.tsx'
import { useSpeak, useVisit } from '../visit.tsx'
import { type FormName, forms } from './forms.ts'

type Begin = { dueOn: string; begunAt: Date | null; next: string }

/** What this is, before the first question; and whoever began before goes on from there. */
export function Start({ name, begin, children }: { name: FormName; begin: Begin; children?: ReactNode }) {
  const t = useSpeak()
  const { what, kind } = forms[name]
  return (
    <Page heading={t(`page.kind.${kind}`)} back="/your-account">
      <p className="govuk-body-l">{t(what)}</p>
      {children}
      <Begin name={name} begin={begin} />
    </Page>
  )
}

/** The way to the first question, or back to where somebody was. */
export function Begin({ name, begin: { dueOn, begunAt, next } }: { name: FormName; begin: Begin }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const promise = (
    <p className="govuk-body">
      {t('page.ask.due', { day: sayDay(language, dueOn, now) })} {t('reason.protected')}
    </p>
  )
  if (!begunAt) {
    return (
      <>
        {promise}
        <a className="govuk-button" href={next}>
          {t('page.ask.start')}
        </a>
      </>
    )
  }
  return (
    <>
      {promise}
      <p className="govuk-body">{t('page.ask.begun', { day: sayDay(language, begunAt, now) })}</p>
      <a className="govuk-button" href={next}>
        {t('page.appeal.continue')}
      </a>
      <form method="post" action={forms[name].start}>
        <button type="submit" className="cw-link-button">
          {t('page.ask.again')}
        </button>
      </form>
    </>
  )
}
