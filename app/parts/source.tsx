import { useSpeak } from './visit.tsx'

/** The clauses of the policy in which something is written. */
export function Source({ clauses }: { clauses: string[] }) {
  const t = useSpeak()
  if (clauses.length === 0) return null
  return <span className="cw-source">{t('page.explanation.from', { clause: clauses.join('; ') })}</span>
}

/** A pack's own words, where nobody has said the same in every language yet. */
export function OwnWords({ words }: { words: string }) {
  return (
    <span lang="en" dir="ltr">
      {words}
    </span>
  )
}
