import { urgentKinds } from '../../rules/urgent-kind.ts'
import { UrgentIcon } from './urgent-icon.tsx'
import { useSpeak } from './visit.tsx'

/** One large button for each thing that can be wrong: one press leads on. What was typed already travels along. */
export function UrgentChoices({ carried }: { carried: [string, string][] }) {
  const t = useSpeak()
  const isCarrying = carried.length > 0
  return (
    <form method={isCarrying ? 'post' : 'get'} action="/urgent/tell">
      {isCarrying && <input type="hidden" name="carried" value="yes" />}
      {carried.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <ul className="cw-kinds">
        {urgentKinds.map((kind) => (
          <li key={kind}>
            <button type="submit" name="kind" value={kind} className="cw-kind">
              <UrgentIcon kind={kind} />
              <span>{t(`page.report.kind.${kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
