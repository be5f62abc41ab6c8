import { saySize } from '../../words/speak.ts'
import { useSpeak, useVisit } from './visit.tsx'

type Props = {
  files: { id: string; name: string; size: number }[]
  /** Where they can be had, before their id. */
  at?: string
  /** Each can be taken out again, by the form around the list. */
  canRemove?: boolean
}

/** Files with their sizes. */
export function FileList({ files, at, canRemove }: Props) {
  const t = useSpeak()
  const { language } = useVisit()
  if (files.length === 0) return null
  return (
    <ul className="cw-files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <span>
            {at ? (
              <a className="govuk-link" href={`${at}/${id}`} download>
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}{' '}
            <bdi className="cw-source">{saySize(language, size)}</bdi>
          </span>
          {canRemove && (
            <button type="submit" name="remove" value={id} className="cw-link-button">
              {t('page.appeal.files-remove')}
              <span className="govuk-visually-hidden">
                : <bdi>{name}</bdi>
              </span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
