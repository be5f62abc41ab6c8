import { useActionData, useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadAppeal, replyToAppeal } from '../doors/appeal.server.ts'
import { sayAbout } from '../parts/appeal-about.ts'
import { AddToAppeal } from '../parts/appeal-add.tsx'
import { AppealProgress } from '../parts/appeal-progress.tsx'
import { AppealRuling } from '../parts/appeal-ruling.tsx'
import { AppealDialogue, AppealMessages } from '../parts/appeal-dialogue.tsx'
import { AppealWordsRows } from '../parts/appeal-words.tsx'
import { ErrorSummary } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { SignedOut } from '../parts/signed-out.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAppeal as loader, replyToAppeal as action } from '../doors/appeal.server.ts'

export default function Appeal() {
  const t = useSpeak()
  const { language } = useVisit()
  const found = useLoaderData<typeof loadAppeal>()
  const sent = useActionData<typeof replyToAppeal>() ?? { errors: [], typed: {}, hadFiles: false }
  if (!found) return <KeptWords sent={sent} />
  const { appeal, about, state, ruling, files, isEarlier, wasAdded } = found
  return (
    <Page
      heading={t('page.appeal.yours')}
      caption={sayAbout(language, about)}
      hasErrors={sent.errors.length > 0}
      back="/your-restrictions"
    >
      <ErrorSummary errors={sent.errors} />
      {isEarlier && <p className="govuk-body-l">{t('page.appeal.earlier')}</p>}
      {wasAdded && state !== 'decided' && (
        <div className="cw-answer cw-answer--good" role="status">
          <p className="govuk-body">{t('page.appeal.added')}</p>
        </div>
      )}
      {ruling ? <AppealRuling found={found} ruling={ruling} /> : <AppealProgress found={found} />}
      <AppealDialogue found={found} />
      {state !== 'decided' && (
        <AddToAppeal id={appeal.id} sent={sent} isAnswer={state === 'asked'} newKey={found.key} />
      )}
      <h2 className="govuk-heading-l">{t('page.appeal.your-words')}</h2>
      {ruling && (
        <p className="govuk-body">{t('page.appeal.lodged-on', { day: sayDay(language, appeal.lodgedAt) })}</p>
      )}
      <AppealWordsRows
        words={appeal}
        hasGrounds={appeal.ground !== 'other'}
        files={files}
        filesAt={`/appeal/${appeal.id}/files`}
      />
      <AppealMessages found={found} />
    </Page>
  )
}

/** The session ended while they wrote: their words, and nothing of the appeal. */
function KeptWords({ sent }: { sent: Parameters<typeof AddToAppeal>[0]['sent'] }) {
  const t = useSpeak()
  const { path } = useVisit()
  return (
    <Page heading={t('page.appeal.yours')}>
      <SignedOut hadFiles={sent.hadFiles} />
      <AddToAppeal id={path.split('/')[2] ?? ''} sent={sent} isAnswer={false} newKey="" />
    </Page>
  )
}
