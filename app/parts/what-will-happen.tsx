import type { OpenRoute } from '../../rules/opening.ts'
import { sayInstant } from '../../words/speak.ts'
import { useSpeak, useVisit } from './visit.tsx'

type Left = { left: number; per: string }

/** Before somebody writes: whether it goes through now, what it uses up, and what always goes through. */
export function WhatWillHappen({ left, web }: { left: Left[]; web: OpenRoute | null }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const isOpen = web !== null && web.opensAt === null
  return (
    <div className={`cw-answer ${isOpen ? 'cw-answer--good' : ''}`}>
      {isOpen ? (
        <p className="govuk-body">
          {t('page.contact.open')}{' '}
          {left.map((each) => t('page.contact.left', { left: each.left - 1, per: each.per })).join(' ')}
        </p>
      ) : (
        <p className="govuk-body">
          {t('page.contact.closed')}{' '}
          {web?.opensAt && t('page.contact.closed-until', { from: sayInstant(language, web.opensAt, now) })}
        </p>
      )}
      <p className="govuk-body">{t('page.contact.always')}</p>
    </div>
  )
}
