import { useActionData, useLoaderData } from '@remix-run/react'
import type { carryStep, loadStep } from '../doors/ask.server.ts'
import { type Choice, forms } from '../parts/ask/forms.ts'
import { Question } from '../parts/ask/question.tsx'
import { Button, ErrorSummary } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { SignedOut } from '../parts/signed-out.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { carryStep as action, loadStep as loader } from '../doors/ask.server.ts'

export default function AskStep() {
  const t = useSpeak()
  const found = useLoaderData<typeof loadStep>()
  const sent = useActionData<typeof carryStep>()
  const { errors = [], isSignedOut = false } = sent ?? {}
  const { steps, kind } = forms[found.form]
  const step = steps.find(({ name }) => name === found.step)
  if (!step) return null
  const answer = sent?.answer ?? found.answer
  // Nobody is signed in any more, so what there was to choose is not known; what was chosen still is.
  const kept = isSignedOut && step.choices ? step.choices({ kinds: answer }) : null
  const choices: Choice[] = kept ?? found.choices
  const isHidden = isSignedOut && choices.length === 0 && step.kind === 'one'
  return (
    <Page
      heading={t(step.question)}
      isHeadingShown={isHidden}
      hasErrors={errors.length > 0}
      back={found.back}
    >
      <ErrorSummary errors={errors} />
      {isSignedOut && <SignedOut hadFiles={step.kind === 'files'} />}
      <form
        method="post"
        action={`/ask-us/${found.form}/${step.name}`}
        encType={step.kind === 'files' ? 'multipart/form-data' : undefined}
        noValidate
      >
        <p className="cw-caption">{t(`page.kind.${kind}`)}</p>
        {isHidden ? (
          <input type="hidden" name={step.name} value={answer} />
        ) : (
          <Question
            step={step}
            choices={choices}
            isOptional={found.isOptional}
            answer={answer}
            errors={errors}
          />
        )}
        <Files />
        <Button>{t('page.appeal.continue')}</Button>
      </form>
    </Page>
  )
}

/** What is with the draft already. Taking one out is a button, so that a file that was just chosen goes along. */
function Files() {
  const t = useSpeak()
  const { files } = useLoaderData<typeof loadStep>()
  if (files.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-s">{t('page.ask.files-here')}</h2>
      <ul className="cw-messages">
        {files.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <button type="submit" name="takeOut" value={id} className="cw-link-button">
              {t('page.ask.take-out')}
              <span className="govuk-visually-hidden">: {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
