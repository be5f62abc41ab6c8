import { sayDraft } from '../../words/speak.ts'
import { usePageWith } from './look-choices.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** A translation that no person has checked says so, beside the way to the English that was checked. */
export function DraftNote() {
  const t = useSpeak()
  const pageWith = usePageWith()
  const draft = sayDraft(useVisit().language)
  return draft ? (
    <p className="cw-draft">
      {draft}{' '}
      <a className="govuk-link" href={pageWith('lang', 'en')} hrefLang="en">
        {t('page.in-english')}
      </a>
    </p>
  ) : null
}
