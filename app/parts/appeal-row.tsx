import { sayDay } from '../../words/speak.ts'
import type { appealablesOf } from '../doors/appeal-about.server.ts'
import { pathOf, sayAbout, sayRefusal, sayUntil } from './appeal-about.ts'
import { Row } from './rows.tsx'
import { useSpeak, useVisit } from './visit.tsx'

export type ToldAppealable = Awaited<ReturnType<typeof appealablesOf>>[number]

/** Whether and until when this can be appealed, what was begun, or what became of the appeal. */
export function AppealRow({ told }: { told: ToldAppealable | undefined }) {
  const t = useSpeak()
  // What is over is not spoken of beside everything else: it has its place on the list of what can be appealed.
  if (!told || (!told.appeal && 'no' in told.may && told.may.no.code === 'stopped')) return null
  return (
    <Row label={t('page.restrictions.appeal')}>
      <AppealStanding told={told} />
    </Row>
  )
}

export function AppealStanding({ told }: { told: ToldAppealable }) {
  const { appeal, may } = told
  if (appeal) return <Lodged appeal={appeal} />
  return 'no' in may ? <Over told={told} /> : <Open told={told} until={may.until} />
}

function Lodged({ appeal }: { appeal: NonNullable<ToldAppealable['appeal']> }) {
  const t = useSpeak()
  const { language } = useVisit()
  const { id, reference, lodgedAt, dueOn, ruling } = appeal
  const day = sayDay(language, lodgedAt)
  return (
    <>
      <p className="govuk-body">
        {ruling
          ? `${t('page.appeal.lodged-on', { day })} ${t('page.appeal.decided', { ruling })}`
          : t('page.restrictions.appealed', { day, reference, due: sayDay(language, dueOn) })}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/appeal/${id}`}>
          {t('page.restrictions.appeal-see')}
          <span className="govuk-visually-hidden">
            : <bdi>{reference}</bdi>
          </span>
        </a>
      </p>
    </>
  )
}

function Over({ told: { about, may } }: { told: ToldAppealable }) {
  const t = useSpeak()
  const { language } = useVisit()
  if ('yes' in may) return null
  return (
    <>
      <p className="govuk-body">
        {may.no.code === 'not-appealable' && about.kind === 'warning'
          ? t('page.restrictions.warning-appeal')
          : sayRefusal(language, about.kind, may.no)}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={pathOf(about)}>
          {t('page.appeal.instead')}
          <span className="govuk-visually-hidden">: {sayAbout(language, about)}</span>
        </a>
      </p>
    </>
  )
}

function Open({ told: { about, hasDraft }, until }: { told: ToldAppealable; until: string | null }) {
  const t = useSpeak()
  const { language } = useVisit()
  return (
    <>
      <p className="govuk-body">{sayUntil(language, about.kind, until)}</p>
      {hasDraft && <p className="govuk-body">{t('page.appeal.draft')}</p>}
      <a className="govuk-button" href={hasDraft ? `${pathOf(about)}/check` : pathOf(about)}>
        {t(hasDraft ? 'page.appeal.draft-go' : 'page.restrictions.appeal-button')}
        <span className="govuk-visually-hidden">: {sayAbout(language, about)}</span>
      </a>
    </>
  )
}
