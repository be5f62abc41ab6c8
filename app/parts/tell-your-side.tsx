import { sayDay } from '../../words/speak.ts'
import { useSpeak, useVisit } from './visit.tsx'

/** The invitation beside a warning or a restriction. `reviewOn`: the day by which a restriction is looked at again. */
export function TellYourSide({ about, reviewOn }: { about: string; reviewOn?: string }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  return (
    <p className="govuk-body">
      {reviewOn ? t('page.side.review', { day: sayDay(language, reviewOn, now) }) : t('page.side.warning')}{' '}
      <a className="govuk-link" href={`/tell-your-side?about=${about}`}>
        {t('page.kind.side')}
      </a>
    </p>
  )
}
