import { useLoaderData } from '@remix-run/react'
import type { loadRequest } from '../../doors/request.server.ts'
import { Row, Rows } from '../rows.tsx'
import { useSpeak } from '../visit.tsx'
import type { Format } from '../writing-choices.ts'
import { type Choice, type Form, forms, has } from './forms.ts'
import { useChoice } from './question.tsx'

/** Where the ledger keeps the answer to each question: the longest words are the account. */
const accountOf: Partial<Record<Form['kind'], string>> = {
  side: 'account',
  support: 'more',
  adjustment: 'more',
  way: 'why',
  data: 'wanted',
}

/** What somebody asked, in the questions that they were asked. */
export function Asked() {
  const t = useSpeak()
  const sayChoice = useChoice()
  const { kind, account, detail, files } = useLoaderData<typeof loadRequest>()
  const form = Object.values(forms).find((each) => each.kind === kind)
  const answers = { ...detail, [accountOf[kind] ?? '']: account }
  const steps = (form?.steps ?? []).filter(({ name }) => answers[name] && !['helpers', 'may'].includes(name))
  const chosen = (choices: Choice[], answer: string) => choices.filter(({ value }) => has(answer, value))
  if (steps.length + files.length === 0 && kind !== 'format') return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.appeal.your-words')}</h2>
      <Rows>
        {steps
          .filter(({ name }) => name !== 'about')
          .map(({ name, question, choices }) => (
            <Row key={name} label={t(question)}>
              {choices ? (
                <ul className="govuk-list">
                  {chosen(choices(answers), answers[name] ?? '').map((choice) => (
                    <li key={choice.value}>{sayChoice(choice)}</li>
                  ))}
                </ul>
              ) : (
                <p className="cw-quote" dir="auto">
                  {answers[name]}
                </p>
              )}
            </Row>
          ))}
        {kind === 'format' && (
          <Row label={t('page.access.formats')}>
            {t(`page.writing.format.${detail.format as Format}`)}
            {detail.which && (
              <p className="cw-quote" dir="auto">
                {detail.which}
              </p>
            )}
          </Row>
        )}
        {files.length > 0 && (
          <Row label={t('page.ask.files-here')}>
            {files.map(({ id, name }) => (
              <div key={id}>
                <bdi>{name}</bdi>
              </div>
            ))}
          </Row>
        )}
      </Rows>
    </>
  )
}
