import type { ReactNode } from 'react'
import { groundKey } from './appeal-about.ts'
import type { AppealStep } from './appeal-steps.ts'
import { FileList } from './file-list.tsx'
import { Row, Rows } from './rows.tsx'
import { useSpeak } from './visit.tsx'

type Props = {
  words: { ground: string; account: string; wish: string; representative: string; lateReason: string | null }
  hasGrounds: boolean
  files: { id: string; name: string; size: number }[]
  /** Where its files can be had. */
  filesAt?: string
  /** Where its questions are, while each answer can still be changed. */
  changeAt?: string
}

/** What somebody tells in an appeal: to check before it is sent, and as it was sent. */
export function AppealWordsRows({ words, hasGrounds, files, filesAt, changeAt }: Props) {
  const t = useSpeak()
  const { ground, account, wish, representative, lateReason } = words
  const row = (step: AppealStep, children: ReactNode) => {
    const label = t(step === 'files' ? 'page.appeal.files-yours' : `page.appeal.${step}`)
    return (
      <Row label={label} action={changeAt && <Change href={`${changeAt}/${step}?to=check`} what={label} />}>
        {children}
      </Row>
    )
  }
  return (
    <Rows>
      {hasGrounds && row('ground', t(groundKey(ground)))}
      {row('account', <Written text={account} />)}
      {row('wish', <Written text={wish} />)}
      {row('files', files.length > 0 ? <FileList files={files} at={filesAt} /> : t('page.appeal.files-none'))}
      {row('who', t(representative ? 'page.appeal.who-other' : 'page.appeal.who-me'))}
      {representative && row('for', <Written text={representative} />)}
      {lateReason && row('late', <Written text={lateReason} />)}
    </Rows>
  )
}

function Change({ href, what }: { href: string; what: string }) {
  const t = useSpeak()
  return (
    <a className="govuk-link" href={href}>
      {t('page.change')}
      <span className="govuk-visually-hidden">: {what}</span>
    </a>
  )
}

function Written({ text }: { text: string }) {
  const t = useSpeak()
  return text ? (
    <p className="cw-quote" dir="auto">
      {text}
    </p>
  ) : (
    <span className="cw-source">{t('page.appeal.nothing-written')}</span>
  )
}
