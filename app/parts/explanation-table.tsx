import type { ExplanationKey } from '../../policies/pack.ts'
import { useSpeak } from './visit.tsx'

type RowKey = ExplanationKey | 'always-urgent' | 'always-one-way' | 'always-appeal'
/** `clause` null: a promise of this house, in no document. A row with no key brings its own words, in English. */
export type Row =
  | { key: RowKey; clause: string | null }
  | { code: string; we: string; you: string; clause: string }

/**
 * "What we will do / what this means to you". A real table; on a narrow page each row stands by itself. The roles keep
 * it a table for screen readers when the style sheet lays it out as blocks.
 */
export function ExplanationTable({
  caption,
  isCaptionHidden,
  rows,
}: {
  caption: string
  isCaptionHidden?: boolean
  rows: Row[]
}) {
  const t = useSpeak()
  return (
    // biome-ignore lint/a11y/noRedundantRoles: display: block takes the roles of a table away
    <table className="cw-pairs" role="table">
      <caption className={isCaptionHidden ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t('page.explanation.we')}
          </th>
          <th scope="col" role="columnheader">
            {t('page.explanation.you')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <OneRow key={'key' in row ? row.key : row.code} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function OneRow({ row }: { row: Row }) {
  const t = useSpeak()
  const { clause } = row
  const own = (words: string) => (
    <span lang="en" dir="ltr">
      {words}
    </span>
  )
  return (
    <tr role="row" id={'key' in row ? row.key : row.code}>
      <th scope="row" role="rowheader">
        <span className="cw-pairs__label" aria-hidden="true">
          {t('page.explanation.we')}
        </span>
        {'key' in row ? t(`explanation.${row.key}.we`) : own(row.we)}
      </th>
      <td role="cell">
        <span className="cw-pairs__label" aria-hidden="true">
          {t('page.explanation.you')}
        </span>
        {'key' in row ? t(`explanation.${row.key}.you`) : own(row.you)}
        {'key' in row && row.key === 'tell-how' && (
          <ul className="govuk-list govuk-list--bullet">
            <li>{t('explanation.tell-how.you-how')}</li>
            <li>{t('explanation.tell-how.you-how-often')}</li>
            <li>{t('explanation.tell-how.you-when')}</li>
          </ul>
        )}
        {clause && <div className="cw-source cw-pairs__from">{t('page.explanation.from', { clause })}</div>}
      </td>
    </tr>
  )
}
