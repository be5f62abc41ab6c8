import { sayDay } from '../../words/speak.ts'
import { useSpeak, useVisit } from './visit.tsx'

export type Rule = { source: 'policy'; clause: string } | { source: 'landlord'; decidedOn: string }

/** Whose rule something is: the document's, with its clause, or the landlord's own dated decision. */
export function WhoseRule({ rule, document }: { rule: Rule; document: string }) {
  const t = useSpeak()
  const { language } = useVisit()
  return (
    <div className="cw-source">
      {rule.source === 'policy'
        ? t('page.restrictions.rule-of', { document, clause: rule.clause })
        : t('page.restrictions.review-rule-own', { day: sayDay(language, rule.decidedOn) })}
    </div>
  )
}
