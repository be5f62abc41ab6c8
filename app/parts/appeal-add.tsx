import { Button, type FieldError, FileInput, TextArea } from './form.tsx'
import { useSpeak } from './visit.tsx'

type Props = {
  id: string
  sent: { errors: FieldError[]; typed: Record<string, string>; hadFiles: boolean }
  /** A question waits for it. */
  isAnswer: boolean
  /** Made with the page, so that pressing twice sends once. */
  newKey: string
}

/** An answer to the reviewer's question, or something to add. */
export function AddToAppeal({ id, sent: { errors, typed, hadFiles }, isAnswer, newKey }: Props) {
  const t = useSpeak()
  return (
    <section aria-labelledby="add-heading" className="cw-add">
      <h2 id="add-heading" className="govuk-heading-l">
        {t(isAnswer ? 'page.appeal.answer' : 'page.appeal.add')}
      </h2>
      <p className="govuk-body">{t(isAnswer ? 'notice.question.free' : 'page.appeal.lodged-add')}</p>
      <form method="post" action={`/appeal/${id}`} encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" value={typed.key ?? newKey} />
        <TextArea
          name="text"
          label={t(isAnswer ? 'page.appeal.answer-label' : 'page.appeal.add-label')}
          value={typed.text}
          errors={errors}
          rows={5}
        />
        <FileInput
          name="files"
          isOptional
          label={t('page.appeal.files-choose')}
          hint={t('page.appeal.files-most')}
          errors={errors}
        />
        {hadFiles && errors.length > 0 && <p className="govuk-body">{t('page.appeal.files-again')}</p>}
        <Button>{t(isAnswer ? 'page.appeal.answer-send' : 'page.contact.send')}</Button>
      </form>
    </section>
  )
}
