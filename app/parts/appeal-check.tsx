import { groundKey } from './appeal-form.tsx'
import { Button } from './form.tsx'
import { Row, Rows } from './rows.tsx'
import { useSpeak } from './visit.tsx'

type Props = { id: string; hasGrounds: boolean; typed: Record<string, string | undefined> }

/** Once more before it counts (WCAG 3.3.4). "Change" is a button, so that nothing written is lost on the way back. */
export function AppealCheck({ id, hasGrounds, typed }: Props) {
  const t = useSpeak()
  const { ground = 'other', account = '', wish = '' } = typed
  const change = (what: string) => (
    <button type="submit" name="intent" value="change" className="cw-link-button">
      {t('page.change')}
      <span className="govuk-visually-hidden">: {what}</span>
    </button>
  )
  return (
    <form method="post" action={`/appeal/${id}/check`} noValidate>
      {Object.entries({ ground, account, wish }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="govuk-body-l">{t('page.appeal.check-lead')}</p>
      <Rows>
        {hasGrounds && (
          <Row label={t('page.appeal.ground')} action={change(t('page.appeal.ground'))}>
            {t(groundKey(ground))}
          </Row>
        )}
        <Row label={t('page.appeal.account')} action={change(t('page.appeal.account'))}>
          <p className="cw-quote" dir="auto">
            {account}
          </p>
        </Row>
        <Row label={t('page.appeal.wish')} action={change(t('page.appeal.wish'))}>
          <p className="cw-quote" dir="auto">
            {wish || t('page.appeal.nothing-written')}
          </p>
        </Row>
      </Rows>
      <Button name="intent" value="lodge">
        {t('page.appeal.lodge')}
      </Button>
    </form>
  )
}
