import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadCheck, sendForm } from '../doors/ask-send.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { useChoice } from '../parts/ask/question.tsx'
import { Button, ErrorSummary } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { Row, Rows } from '../parts/rows.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { loadCheck as loader, sendForm as action } from '../doors/ask-send.server.ts'

export default function AskCheck() {
  const t = useSpeak()
  const sayChoice = useChoice()
  const { form, draft, rows } = useLoaderData<typeof loadCheck>()
  const { errors = [] } = useActionData<typeof sendForm>() ?? {}
  const last = forms[form].steps.at(-1)
  return (
    <Page
      heading={t('page.ask.check')}
      caption={t(`page.kind.${forms[form].kind}`)}
      hasErrors={errors.length > 0}
      back={`/ask-us/${form}/${last?.name}`}
    >
      <ErrorSummary errors={errors} />
      <p className="govuk-body-l">{t('page.appeal.check-lead')}</p>
      <Rows>
        {rows.map(({ name, question, text, chosen, files }) => (
          <Row
            key={name}
            label={t(question)}
            action={
              <a className="govuk-link" href={`/ask-us/${form}/${name}`}>
                {t('page.change')}
                <span className="govuk-visually-hidden">: {t(question)}</span>
              </a>
            }
          >
            {chosen.length > 0 && (
              <ul className="govuk-list">
                {chosen.map((choice) => (
                  <li key={choice.value}>{sayChoice(choice)}</li>
                ))}
              </ul>
            )}
            {files.map((file) => (
              <div key={file.id}>
                <bdi>{file.name}</bdi>
              </div>
            ))}
            {text && (
              <p className="cw-quote" dir="auto">
                {text}
              </p>
            )}
            {chosen.length + files.length === 0 && !text && t('page.ask.none')}
          </Row>
        ))}
      </Rows>
      <form method="post" action={`/ask-us/${form}/check`}>
        <input type="hidden" name="draft" value={draft} />
        <p className="govuk-body">{t('reason.protected')}</p>
        <span id="send" />
        <Button>{t('page.contact.send')}</Button>
      </form>
    </Page>
  )
}
